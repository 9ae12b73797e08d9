package dev.zundacast.script.narration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.zundacast.disk.TextFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Timeline.TimedLine;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A file of slides: a JSON list, each with what is said to it and when it is shown. Only the times
 * are ever written, into the places of those that stand there.
 */
public record Slides(String text, List<Slides.Slide> slides) {
  private static final String START = "start_ms";
  private static final String END = "end_ms";

  /** Lines that say the same (すごいのだ！) are told apart by where they stand. */
  private static final double BY_PLACE = 0.3;

  private static final Message MEND = Message.of("narration.mendSlides");

  /**
   * One slide.
   *
   * @param type what it shows: title, section, content, rawmedia, …
   * @param notes what is said, "" for nothing
   * @param address the article's, on the slide that opens it
   * @param start when it is shown, with its place in the text
   * @param end when the next one is shown
   * @param close where its last value ends
   */
  record Slide(
      String type,
      String title,
      String notes,
      String address,
      Millis start,
      Millis end,
      int close) {
    long length() {
      return end.value() - start.value();
    }

    /** Whether it is a film that plays by itself while nobody speaks. */
    boolean isFilm() {
      return type.equals("rawmedia");
    }
  }

  /**
   * A time that stands in the text.
   *
   * @param from its first digit
   * @param to behind its last one; the same where there is none
   */
  record Millis(long value, int from, int to) {
    static final Millis NONE = new Millis(0, 0, 0);

    boolean isThere() {
      return to > from;
    }
  }

  static boolean is(String text) {
    return text.matches("(?s)[\uFEFF\\s]*\\[\\s*\\{.*");
  }

  /**
   * Reads a file of slides.
   *
   * @throws Problem when it is no list of slides
   */
  public static Slides read(Path file) throws IOException {
    return of(file, TextFile.read(file).orElse(""));
  }

  static Slides of(Path file, String text) {
    try (JsonParser json = new JsonFactory().createParser(text.replace("\uFEFF", " "))) {
      List<Slide> slides = new ArrayList<>();
      boolean list = json.nextToken() == JsonToken.START_ARRAY;
      while (list && json.nextToken() == JsonToken.START_OBJECT) {
        slides.add(slide(json, text));
      }
      if (json.currentToken() != JsonToken.END_ARRAY) {
        throw Problem.in(Diagnostic.of(file, "narration.noSlides").withNext(MEND));
      }
      return new Slides(text, slides);
    } catch (JsonProcessingException e) {
      int line = e.getLocation().getLineNr();
      throw Problem.in(
              Diagnostic.at(file, line, "reading.noJson", Message.library(e.getOriginalMessage()))
                  .withNext(MEND))
          .causedBy(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Slide slide(JsonParser json, String text) throws IOException {
    Map<String, String> texts = new HashMap<>();
    Map<String, Millis> times = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.VALUE_STRING) {
        texts.put(name, json.getText());
      } else if (value == JsonToken.VALUE_NUMBER_INT) {
        int from = (int) json.currentTokenLocation().getCharOffset();
        times.put(name, new Millis(json.getLongValue(), from, from + json.getTextLength()));
      } else {
        json.skipChildren();
      }
    }
    int close = (int) json.currentTokenLocation().getCharOffset();
    return new Slide(
        texts.getOrDefault("type", ""),
        texts.getOrDefault("title", ""),
        texts.getOrDefault("notes", ""),
        texts.getOrDefault("url", ""),
        times.getOrDefault(START, Millis.NONE),
        times.getOrDefault(END, Millis.NONE),
        text.substring(0, close).stripTrailing().length());
  }

  /**
   * The same text with the times at which these lines are heard: a slide is shown from its first
   * line to the next slide's; a film keeps its length, and what follows comes later by that.
   */
  public String timed(Timeline timeline) {
    long[] heard = starts(timeline);
    StringBuilder timed = new StringBuilder(text);
    // A file that has times leaves the slides that nobody is shown without.
    boolean fresh = slides.stream().noneMatch(it -> it.start().isThere());
    long films = slides.stream().filter(Slide::isFilm).mapToLong(Slide::length).sum();
    for (int i = slides.size() - 1; i >= 0; i--) {
      Slide slide = slides.get(i);
      long end = heard[i + 1] + films;
      films -= slide.isFilm() ? slide.length() : 0;
      put(timed, slide, heard[i] + films, end, fresh);
    }
    return timed.toString();
  }

  /** Writes a slide's times, the later one first, so that places before it stay. */
  private static void put(StringBuilder text, Slide slide, long start, long end, boolean fresh) {
    if (fresh) {
      text.insert(slide.close(), ", \"" + START + "\": " + start + ", \"" + END + "\": " + end);
    }
    Map<Millis, Long> times = new TreeMap<>(Comparator.comparingInt(Millis::from).reversed());
    times.put(slide.start(), start);
    times.put(slide.end(), end);
    times.forEach(
        (place, value) -> {
          if (place.isThere()) {
            text.replace(place.from(), place.to(), Long.toString(value));
          }
        });
  }

  /**
   * When each slide begins in the audio, and last when that ends; films take no time of it. Lines
   * and slides come in the same order; of all ways to share the lines out, the one is taken in
   * which most of what is heard stands in the slides' notes.
   */
  private long[] starts(Timeline timeline) {
    List<Integer> spoken =
        IntStream.range(0, slides.size())
            .filter(i -> !slides.get(i).isFilm() && !slides.get(i).notes().isBlank())
            .boxed()
            .toList();
    long[] starts = new long[slides.size() + 1];
    Arrays.fill(starts, -1);
    starts[slides.size()] = timeline.durationMillis();
    int[] slideOf = shared(spoken, timeline);
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
  private int[] shared(List<Integer> spoken, Timeline timeline) {
    int lines = spoken.isEmpty() ? 0 : timeline.lines().size();
    double[][] worth = worth(spoken, timeline, lines);
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

  private double[][] worth(List<Integer> spoken, Timeline timeline, int lines) {
    List<String> notes = spoken.stream().map(it -> folded(slides.get(it).notes())).toList();
    List<String> texts = timeline.lines().stream().map(Slides::heard).toList();
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
    String letters = text.replaceAll("[^\\p{L}\\p{Nd}]", "");
    return letters.replace('は', 'わ').replace('へ', 'え').replace('を', 'お');
  }
}
