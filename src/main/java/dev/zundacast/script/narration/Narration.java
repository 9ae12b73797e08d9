package dev.zundacast.script.narration;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.script.speech.Sentences;
import dev.zundacast.words.VisibleText;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A narration that someone else wrote, as the sentences that it says. Marks of Markdown, headings,
 * stage directions, speakers' names, numbers of sources and what a model thinks or says before it
 * are not said; a sentence that was cut before its closing marks is joined; every other character
 * stays.
 *
 * @param file what it was read from, for messages
 * @param sentences in their order
 * @param preface what stands before a mark of the opening, and is not said
 * @param settled articles that begin where a person wrote {@code @article}, whatever is said there
 */
public record Narration(
    Path file, List<Sentence> sentences, List<Sentence> preface, Set<Integer> settled) {
  private static final Pattern SEPARATOR = Pattern.compile("-{4,}|^([-*_=])(?:\\s*\\1){2,}$");

  private static final Pattern MARKDOWN = Pattern.compile("\\*\\*|`+");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");
  private static final Pattern BULLET = Pattern.compile("^[-*・•>]\\s+");

  /** A part's name on a row of its own: the person has decided what begins there. */
  private static final Pattern BY_HAND =
      Pattern.compile(
          "(?i)(?:@article\\s+|#{1,6}\\s+|(?=\\w+$))(a[1-9]\\d?|opening|ending|recap|closing)(?:[\\s:：（(].*)?");

  /** What some models think aloud before they answer. */
  private static final Pattern THOUGHTS = Pattern.compile("(?s)^.*</think>|<think>.*");

  private static final Pattern FENCE = Pattern.compile("(?:```|~~~)\\w*");

  /** The sentences of the post that a line comes from: 速いのだ。[2, 3] */
  private static final Pattern SOURCES =
      Pattern.compile(
          "(?<=[。！？!?」])\\s*{}|(?<=[ぁ-ん])\\s*{}(?=[。！？!?]?$)"
              .replace("{}", "[\\[［【][\\d,、，\\s〜～-]+[\\]］】]"));

  /** Stands for what a sentence comes from until sentences are told apart; nobody writes it. */
  private static final String SOURCE_MARK = "\u2063";

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})(?:\\s*[〜～-]\\s*(\\d{1,4}))?");

  private static final int MOST_SOURCES = 20;

  private static final Pattern DIRECTION =
      Pattern.compile("[（(［\\[【＊*<][^。！？!?「」]{1,40}[）)］\\]】＊*>]");

  /** What stands before or behind a sentence of the same row. */
  private static final Pattern ASIDE = Cues.of("aside");

  private static final Pattern SPEAKER = Pattern.compile("([^\\s、。：:「」]{1,12})[：:]\\s*(?=\\S)");
  private static final Pattern CLOSING = Pattern.compile("[？！?!。、」』）)】]");
  private static final Pattern SPEAKABLE = Pattern.compile("[\\p{L}\\p{N}]");

  /**
   * One sentence.
   *
   * @param text what is said
   * @param line the row of the file that it stands in, from 1
   * @param lead what a heading above it says, which nobody hears; "" for none
   * @param begins whether a row of dashes or a heading stands before it
   * @param address the address of the slide that it begins, "" for none
   * @param part the part that it begins as a person decided: an article's number, 0 for the
   *     opening, {@link #ENDING}
   * @param from numbers of the article's sentences that it comes from, where its writer names them
   */
  public record Sentence(
      String text,
      int line,
      String lead,
      boolean begins,
      String address,
      Optional<Integer> part,
      List<Integer> from) {
    /** The part behind all articles. */
    public static final int ENDING = Integer.MAX_VALUE;

    /** Whether more than marks is said. */
    boolean isHeard() {
      return SPEAKABLE.matcher(text).find();
    }
  }

  /** The sentences of a text; one or several stand in a row. */
  public static Narration of(Path file, String text, List<String> speakers) {
    Reader reader = new Reader(speakers);
    if (Slides.is(text)) {
      reader.slides(Slides.of(file, text));
    } else {
      Matcher thoughts = THOUGHTS.matcher(VisibleText.clean(text));
      int row = 0;
      // Rows keep their numbers.
      for (String line :
          thoughts.replaceAll(it -> it.group().replaceAll("[^\n]", "")).lines().toList()) {
        row++;
        reader.read(line.strip(), row);
      }
    }
    if (reader.sentences.isEmpty()) {
      throw Problem.in(Diagnostic.of(file, "narration.empty"));
    }
    return new Narration(file, reader.sentences, reader.preface, reader.settled);
  }

  /** Reads one narration row by row. */
  private static final class Reader {
    private final List<String> speakers;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Sentence> preface = new ArrayList<>();
    private final Set<Integer> settled = new HashSet<>();
    private boolean marked;
    private String lead = "";
    private boolean begins;
    private String address = "";
    private Optional<Integer> part = Optional.empty();

    Reader(List<String> speakers) {
      this.speakers = speakers;
    }

    void read(String line, int row) {
      Matcher byHand = BY_HAND.matcher(MARKDOWN.matcher(line).replaceAll(""));
      Matcher heading = HEADING.matcher(line);
      if (byHand.matches()) {
        String name = byHand.group(1).toLowerCase(Locale.ROOT);
        int last = name.equals("opening") ? 0 : Sentence.ENDING;
        int number = name.startsWith("a") ? Integer.parseInt(name.substring(1)) : last;
        if (number == 0 && !marked) {
          preface.addAll(sentences);
          sentences.clear();
        }
        marked = true;
        part = Optional.of(number);
        if (line.startsWith("@")) {
          settled.add(number);
        }
      } else if (FENCE.matcher(line).matches()) {
        begins = true;
      } else if (heading.matches()) {
        lead = MARKDOWN.matcher(heading.group(1)).replaceAll("");
        begins = true;
      } else if (!line.isEmpty()) {
        pieces(line, row);
      }
    }

    /** A slide begins a piece; its title is not heard. */
    void slides(Slides slides) {
      int row = 0;
      for (Slides.Slide slide : slides.slides()) {
        lead = slide.title();
        begins = true;
        address = slide.address();
        for (String line : slide.notes().lines().toList()) {
          row++;
          read(line.strip(), row);
        }
      }
    }

    private void pieces(String line, int row) {
      String[] pieces = SEPARATOR.split(line, -1);
      for (int i = 0; i < pieces.length; i++) {
        begins |= i > 0;
        say(MARKDOWN.matcher(pieces[i]).replaceAll("").strip(), row);
      }
    }

    private void say(String piece, int row) {
      Deque<List<Integer>> sources = new ArrayDeque<>();
      String bare = BULLET.matcher(piece.replace(SOURCE_MARK, "")).replaceFirst("");
      String text =
          withoutSpeaker(
              SOURCES
                  .matcher(ASIDE.matcher(bare).replaceAll(""))
                  .replaceAll(
                      it -> {
                        sources.add(numbers(it.group()));
                        return SOURCE_MARK;
                      }));
      if (text.isEmpty() || DIRECTION.matcher(text).matches()) {
        return;
      }
      int last = sentences.size() - 1;
      boolean marks = !SPEAKABLE.matcher(text).find();
      if (marks && (last < 0 || !CLOSING.matcher(text).find())) {
        return;
      }
      boolean cut = !begins && CLOSING.matcher(text).lookingAt();
      if (last >= 0 && (marks || cut)) {
        Sentence before = sentences.remove(last);
        lead = before.lead();
        begins = before.begins();
        address = before.address();
        part = before.part();
        sources.addFirst(before.from());
        add(SOURCE_MARK + before.text() + text, sources, before.line());
      } else {
        add(text, sources, row);
      }
    }

    private static List<Integer> numbers(String sources) {
      List<Integer> numbers = new ArrayList<>();
      Matcher number = NUMBERS.matcher(sources);
      while (number.find()) {
        int first = Integer.parseInt(number.group(1));
        int last = number.group(2) == null ? first : Integer.parseInt(number.group(2));
        IntStream.rangeClosed(first, Math.min(last, first + MOST_SOURCES)).forEach(numbers::add);
      }
      return numbers;
    }

    /**
     * Adds the sentences of a text.
     *
     * @param sources what its marks of sources stand for, in their order
     */
    private void add(String text, Deque<List<Integer>> sources, int row) {
      for (String sentence : Sentences.split(text)) {
        List<Integer> from =
            sentence
                .chars()
                .filter(it -> SOURCE_MARK.indexOf(it) == 0)
                .boxed()
                .flatMap(it -> sources.remove().stream())
                .toList();
        String said = sentence.replace(SOURCE_MARK, "");
        sentences.add(new Sentence(said, row, lead, begins, address, part, from));
        lead = "";
        begins = false;
        address = "";
        part = Optional.empty();
      }
    }

    private String withoutSpeaker(String text) {
      Matcher speaker = SPEAKER.matcher(text);
      boolean named = speaker.lookingAt() && speakers.contains(speaker.group(1));
      return named ? text.substring(speaker.end()) : text;
    }
  }
}
