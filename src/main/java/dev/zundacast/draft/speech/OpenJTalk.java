package dev.zundacast.draft.speech;

import dev.zundacast.disk.Resource;
import dev.zundacast.tasks.IoSupplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Japanese text to accent phrases, by the program open_jtalk. */
public final class OpenJTalk {
  /**
   * The program does not run without a voice, and spends nine tenths of its time on a real one:
   * this one has one state, one value and no questions, and every sound of it is silence.
   */
  private static final String VOICE = "silence.htsvoice";

  private static final String PAUSES = "。、！？!?・…";

  /**
   * The program reads one line into a buffer of 1,024 bytes and loses the rest: a text is split at
   * its last pause mark that fits, else after the last character that does.
   */
  private static final Pattern PART =
      Pattern.compile("(?s).{1,250}\\z|.{0,249}[" + PAUSES + "]|.{1,250}");

  private final ChildProcesses processes;
  private final Path program;
  private final Path voice;
  private final IoSupplier<Path> dictionary;

  public OpenJTalk(ChildProcesses processes, Path program, IoSupplier<Path> dictionary)
      throws IOException {
    this.processes = processes;
    this.program = program;
    this.voice = processes.folder().resolve(VOICE);
    this.dictionary = dictionary;
    Files.write(voice, Resource.bytes(OpenJTalk.class, VOICE));
  }

  /** The phrases of a text; none when nothing in it can be read. */
  public List<AccentPhrase> analyse(String text) throws IOException {
    Path words = dictionary.get();
    List<AccentPhrase> all = new ArrayList<>();
    boolean afterPause = false;
    Matcher part = PART.matcher(text.replaceAll("\\p{Cntrl}", ""));
    while (part.find()) {
      List<AccentPhrase> more = LabelReader.read(labels(part.group(), words));
      if (afterPause && !all.isEmpty() && !more.isEmpty()) {
        int last = all.size() - 1;
        all.set(last, all.get(last).withPause(Mora.pause()));
      }
      all.addAll(more);
      afterPause = PAUSES.indexOf(part.group().charAt(part.group().length() - 1)) >= 0;
    }
    return List.copyOf(all);
  }

  /** The labels stand in the trace, below their heading, with start and end before them. */
  private List<String> labels(String line, Path dictionary) throws IOException {
    // A frame period of one sample makes the sound, which nobody hears, cost next to nothing.
    List<String> command =
        Stream.of(program, "-x", dictionary, "-m", voice, "-p", 1, "-ot", "/dev/stdout")
            .map(Object::toString)
            .toList();
    return processes
        .run(command, line + "\n")
        .output()
        .lines()
        .dropWhile(row -> !row.equals("[Output label]"))
        .skip(1)
        .takeWhile(row -> !row.isBlank())
        .map(row -> row.substring(row.lastIndexOf(' ') + 1))
        .toList();
  }

  /** Full-context labels of Open JTalk to accent phrases, whose lengths and pitches are 0. */
  static final class LabelReader {
    /** Phoneme; mora in its phrase; accent, question and place of the phrase; breath group. */
    private static final Pattern LABEL =
        Pattern.compile(
            "[^-]*-([^+]+)\\+[^/]*/A:[^+]*\\+([^+]*)\\+.*"
                + "/F:[^_]*_([^#]*)#([^_]*)_[^@]*@([^_]*)_.*/I:[^@]*@([^+]*)\\+.*");

    /** A label counts moras up to here: what follows in one phrase cannot be told apart. */
    private static final int LAST_MORA = 49;

    /** Of its place the phrase and the breath group are told. */
    private record Label(
        String phoneme, String mora, String accent, String question, String place) {}

    private final List<AccentPhrase> phrases = new ArrayList<>();
    private final List<Label> open = new ArrayList<>();

    private LabelReader() {}

    static List<AccentPhrase> read(List<String> labels) {
      LabelReader reader = new LabelReader();
      labels.forEach(reader::add);
      reader.endPhrase();
      return reader.phrases;
    }

    private void add(String text) {
      Matcher found = LABEL.matcher(text);
      if (!found.matches()) {
        throw new IllegalArgumentException("no full-context label: " + text);
      }
      Label label =
          new Label(
              found.group(1),
              found.group(2),
              found.group(3),
              found.group(4),
              found.group(5) + " " + found.group(6));
      if (label.mora().equals("xx")) {
        endPhrase();
        if (label.phoneme().equals("pau") && !phrases.isEmpty()) {
          int last = phrases.size() - 1;
          phrases.set(last, phrases.get(last).withPause(Mora.pause()));
        }
        return;
      }
      if (!open.isEmpty() && !open.get(0).place().equals(label.place())) {
        endPhrase();
      }
      if (Integer.parseInt(label.mora()) < LAST_MORA) {
        open.add(label);
      }
    }

    private void endPhrase() {
      if (open.isEmpty()) {
        return;
      }
      List<Mora> moras = new ArrayList<>();
      String consonant = "";
      for (Label label : open) {
        if (Mora.isVowel(label.phoneme())) {
          String kana = KanaTable.kana(consonant, label.phoneme());
          moras.add(Mora.plain(kana, consonant.isEmpty() ? null : consonant, label.phoneme()));
          consonant = "";
        } else {
          consonant = label.phoneme();
        }
      }
      Label last = open.get(open.size() - 1);
      int accent = Math.min(Integer.parseInt(last.accent()), moras.size());
      phrases.add(new AccentPhrase(moras, accent, null, last.question().equals("1")));
      open.clear();
    }
  }
}
