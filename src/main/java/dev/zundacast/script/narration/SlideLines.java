package dev.zundacast.script.narration;

import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Timeline.TimedLine;
import dev.zundacast.script.narration.Slides.Slide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which lines of an episode are said to each slide, and when the first of them is heard. Lines and
 * slides come in the same order; of all ways to share the lines out, the one is taken in which most
 * of what is heard stands in the slides' notes.
 */
final class SlideLines {
  /** Lines that say the same (すごいのだ！) are told apart by where they stand. */
  private static final double BY_PLACE = 0.3;

  private final List<Slide> slides;
  private final Timeline timeline;
  private final List<Integer> spoken = new ArrayList<>();

  SlideLines(List<Slide> slides, Timeline timeline) {
    this.slides = slides;
    this.timeline = timeline;
    for (int i = 0; i < slides.size(); i++) {
      if (!slides.get(i).isFilm() && !slides.get(i).notes().isBlank()) {
        spoken.add(i);
      }
    }
  }

  /** When each slide begins in the audio, and last when that ends; films take no time of it. */
  long[] starts() {
    long[] starts = new long[slides.size() + 1];
    Arrays.fill(starts, -1);
    starts[slides.size()] = timeline.durationMillis();
    int[] slideOf = shared();
    for (int line = slideOf.length - 1; line >= 0; line--) {
      starts[spoken.get(slideOf[line])] = timeline.lines().get(line).startMillis();
    }
    if (!spoken.isEmpty()) {
      // What stands before the first line is silence or music.
      starts[spoken.get(0)] = 0;
    }
    for (int i = slides.size() - 1; i >= 0; i--) {
      starts[i] = starts[i] < 0 ? starts[i + 1] : starts[i];
    }
    return starts;
  }

  /** For each line the slide that it is said to, as its place among those that are spoken. */
  private int[] shared() {
    int lines = spoken.isEmpty() ? 0 : timeline.lines().size();
    double[][] worth = worth(lines);
    double[] best = new double[spoken.size()];
    // For each line and slide the slide of the line before; behind the last line, its own.
    int[][] from = new int[lines + 1][spoken.size()];
    for (int line = 0; line <= lines; line++) {
      double[] before = best.clone();
      int last = 0;
      for (int slide = 0; slide < spoken.size(); slide++) {
        last = before[slide] > before[last] ? slide : last;
        from[line][slide] = last;
        best[slide] = before[last] + (line < lines ? worth[line][slide] : 0);
      }
    }
    int[] shared = new int[lines];
    int slide = spoken.size() - 1;
    for (int line = lines - 1; line >= 0; line--) {
      slide = from[line + 1][slide];
      shared[line] = slide;
    }
    return shared;
  }

  private double[][] worth(int lines) {
    List<String> notes = spoken.stream().map(it -> folded(slides.get(it).notes())).toList();
    List<String> texts = timeline.lines().stream().map(SlideLines::heard).toList();
    double ofNotes = Math.max(1, notes.stream().mapToInt(String::length).sum());
    double ofTexts = Math.max(1, texts.stream().mapToInt(String::length).sum());
    double[][] worth = new double[lines][notes.size()];
    double at = 0;
    for (int line = 0; line < lines; line++) {
      Set<String> pairs = Sound.grams(texts.get(line), 2);
      double end = at + texts.get(line).length() / ofTexts;
      double begin = 0;
      for (int slide = 0; slide < notes.size(); slide++) {
        double stop = begin + notes.get(slide).length() / ofNotes;
        double overlap = Math.max(0, Math.min(end, stop) - Math.max(at, begin));
        Set<String> common = Sound.grams(notes.get(slide), 2);
        common.retainAll(pairs);
        worth[line][slide] =
            common.size() / Math.max(1.0, pairs.size())
                + BY_PLACE * overlap / Math.max(1e-9, end - at);
        begin = stop;
      }
      at = end;
    }
    return worth;
  }

  /** What is heard of a line, or what is written, whichever is spelt in kana. */
  private static String heard(TimedLine line) {
    return folded(line.spoken().isEmpty() ? line.written() : line.spoken());
  }

  /** Letters alone, with particles as they sound. */
  private static String folded(String text) {
    StringBuilder letters = new StringBuilder();
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString().replace('は', 'わ').replace('へ', 'え').replace('を', 'お');
  }
}
