package dev.zundacast.post;

/**
 * One line of a paragraph as plain text.
 *
 * @param text without marks, not yet cleaned
 * @param label the bold text that the line begins with when it is a label, else ""
 * @param rest what follows the label
 * @param endsBold whether its last visible character is bold
 * @param onlyImage whether it holds nothing but an image
 */
record InlineLine(String text, String label, String rest, boolean endsBold, boolean onlyImage) {}
