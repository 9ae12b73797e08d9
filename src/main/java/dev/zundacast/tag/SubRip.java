package dev.zundacast.tag;

import java.util.ArrayList;
import java.util.List;

/**
 * What is heard to SubRip captions of at most two lines. A longer utterance becomes several cues
 * that share its time by the length of their text.
 */
final class SubRip {
  private static final int LINES = 2;

  /** The podcast namespace allows 32 characters a line; a full-width one takes the room of two. */
  private static final int COLUMNS = 32;

  private final StringBuilder srt = new StringBuilder();
  private final LineBreaks breaks = new LineBreaks(COLUMNS);
  private int count;

  private SubRip() {}

  static String write(List<Cue> cues) {
    SubRip captions = new SubRip();
    String speaker = "";
    for (Cue cue : cues) {
      boolean changed = !cue.speaker().equals(speaker);
      speaker = cue.speaker();
      captions.add(cue, changed ? speaker + ": " : "");
    }
    return captions.srt.toString();
  }

  private void add(Cue cue, String name) {
    List<List<String>> texts = cues(name + shown(cue.text()));
    int total = texts.stream().mapToInt(SubRip::length).sum();
    long span = cue.endMillis() - cue.startMillis();
    int before = 0;
    for (List<String> text : texts) {
      int after = before + length(text);
      cue(
          cue.startMillis() + span * before / total,
          cue.startMillis() + span * after / total,
          text);
      before = after;
    }
  }

  private List<List<String>> cues(String text) {
    List<String> lines = breaks.wrap(text);
    List<List<String>> cues = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += LINES) {
      cues.add(lines.subList(from, Math.min(from + LINES, lines.size())));
    }
    return cues;
  }

  private static int length(List<String> lines) {
    return lines.stream().mapToInt(String::length).sum();
  }

  private void cue(long start, long end, List<String> lines) {
    count++;
    srt.append(count).append('\n').append(Cue.times(start, end, ',')).append('\n');
    srt.append(String.join("\n", lines)).append("\n\n");
  }

  /** SubRip has no escapes: what looks like a time line or markup gets another look. */
  private static String shown(String text) {
    return text.replace("-->", "→").replace('<', '＜').replace('>', '＞').replace("{\\", "{＼");
  }
}
