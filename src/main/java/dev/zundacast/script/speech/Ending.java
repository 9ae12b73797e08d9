package dev.zundacast.script.speech;

/**
 * One row of endings.tsv and one way to write its suffix.
 *
 * @param name what styles call it
 * @param host what stands before the suffix
 * @param suffix the ending, "" for none
 * @param plain what says it without politeness before けど, から, し, と
 * @param attributive what says it without politeness before a noun or ので
 * @param polite whether the suffix is polite, so that it is looked for inside a sentence too
 * @param closed whether it ends a sentence only with a mark like 。 behind it
 * @param wonders whether it is one only behind a question word
 */
record Ending(
    String name,
    Host host,
    String suffix,
    String plain,
    String attributive,
    boolean polite,
    boolean closed,
    boolean wonders) {}
