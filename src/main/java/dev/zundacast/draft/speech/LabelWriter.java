package dev.zundacast.draft.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Accent phrases to the full-context labels that HTS voices are trained on: each phoneme with its
 * neighbours and its place in accent phrase, breath group and utterance. Words and their parts of
 * speech, which accent phrases no longer know, are left open (xx).
 */
final class LabelWriter {
  private static final String NONE = "xx";

  /** Accent phrases that are spoken without a pause between them. */
  private record BreathGroup(int first, int size, int moras) {}

  private final List<AccentPhrase> phrases;
  private final List<Phone> phones;
  private final List<BreathGroup> groups = new ArrayList<>();
  private final int[] groupOf;
  private final int moras;

  private LabelWriter(List<AccentPhrase> phrases) {
    this.phrases = phrases;
    this.phones = Phone.of(phrases);
    this.groupOf = new int[phrases.size()];
    int first = 0;
    for (int p = 0; p < phrases.size(); p++) {
      groupOf[p] = groups.size();
      if (phrases.get(p).pauseMora() != null || p + 1 == phrases.size()) {
        groups.add(new BreathGroup(first, p + 1 - first, moras(first, p + 1)));
        first = p + 1;
      }
    }
    this.moras = moras(0, phrases.size());
  }

  /** One label for each of {@link Phone#of}. */
  static List<String> write(List<AccentPhrase> phrases) {
    LabelWriter writer = new LabelWriter(phrases);
    return IntStream.range(0, writer.phones.size()).mapToObj(writer::label).toList();
  }

  private int moras(int from, int to) {
    return phrases.subList(from, to).stream().mapToInt(p -> p.moras().size()).sum();
  }

  private String label(int i) {
    Phone phone = phones.get(i);
    boolean spoken = phone.mora() >= 0;
    // A pause and the last silence come after their phrase, the first silence before phrase 0.
    int before = spoken ? phone.phrase() - 1 : i == 0 ? -1 : phones.get(i - 1).phrase();
    int after = spoken ? phone.phrase() + 1 : before + 1;
    return "%s^%s-%s+%s=%s".formatted(name(i - 2), name(i - 1), name(i), name(i + 1), name(i + 2))
        + (spoken ? position(phone) : "/A:xx+xx+xx")
        + "/B:xx-xx_xx/C:xx_xx+xx/D:xx+xx_xx"
        + neighbour("/E:", before, "!-", spoken && before >= 0 ? joined(before) : NONE)
        + (spoken ? current(phone.phrase()) : "/F:xx_xx#xx_xx@xx_xx|xx_xx")
        + neighbour("/G:", after, "%_", spoken ? joined(after - 1) : NONE)
        + breaths(phone, before, after, spoken)
        + "/K:%d+%d-%d"
            .formatted(
                Math.min(19, groups.size()), Math.min(49, phrases.size()), Math.min(199, moras));
  }

  private String name(int i) {
    return i < 0 || i >= phones.size() ? NONE : phones.get(i).name();
  }

  private String position(Phone phone) {
    AccentPhrase phrase = phrases.get(phone.phrase());
    int place = phone.mora() + 1;
    int toAccent = Math.max(-49, Math.min(49, place - phrase.accent()));
    return "/A:%d+%d+%d"
        .formatted(
            toAccent, Math.min(49, place), Math.min(49, phrase.moras().size() - phone.mora()));
  }

  /** The phrase before or behind, if there is one, with the marks that labels have in it. */
  private String neighbour(String field, int p, String marks, String joined) {
    boolean none = p < 0 || p >= phrases.size();
    return field
        + (none ? "xx_xx" + marks.charAt(0) + "xx" : shape(phrases.get(p), marks.charAt(0)))
        + "_xx"
        + marks.charAt(1)
        + (none ? NONE : joined);
  }

  private String current(int p) {
    BreathGroup group = groups.get(groupOf[p]);
    int before = moras(group.first(), p);
    return "/F:%s_xx@%d_%d|%d_%d"
        .formatted(
            shape(phrases.get(p), '#'),
            Math.min(49, p - group.first() + 1),
            Math.min(49, group.first() + group.size() - p),
            Math.min(99, before + 1),
            Math.min(99, group.moras() - before));
  }

  private String breaths(Phone phone, int before, int after, boolean spoken) {
    int current = spoken ? groupOf[phone.phrase()] : -1;
    int previous = spoken ? current - 1 : (before < 0 ? -1 : groupOf[before]);
    int next = spoken ? current + 1 : (after < groupOf.length ? groupOf[after] : groups.size());
    return "/H:"
        + size(previous, '_')
        + (spoken ? group(current) : "/I:xx-xx@xx+xx&xx-xx|xx+xx")
        + "/J:"
        + size(next, '_');
  }

  private String group(int g) {
    BreathGroup group = groups.get(g);
    int before = moras(0, group.first());
    return "/I:%s@%d+%d&%d-%d|%d+%d"
        .formatted(
            size(g, '-'),
            Math.min(19, g + 1),
            Math.min(19, groups.size() - g),
            Math.min(49, group.first() + 1),
            Math.min(49, phrases.size() - group.first()),
            Math.min(199, before + 1),
            Math.min(199, moras - before));
  }

  private String size(int g, char separator) {
    if (g < 0 || g >= groups.size()) {
      return NONE + separator + NONE;
    }
    BreathGroup group = groups.get(g);
    return Math.min(49, group.size()) + "" + separator + Math.min(99, group.moras());
  }

  private static String shape(AccentPhrase phrase, char mark) {
    int moras = Math.min(49, phrase.moras().size());
    int accent = Math.min(49, phrase.accent());
    return moras + "_" + accent + mark + (phrase.interrogative() ? 1 : 0);
  }

  /** Whether the next phrase follows this one without a pause. */
  private String joined(int p) {
    return phrases.get(p).pauseMora() == null ? "1" : "0";
  }
}
