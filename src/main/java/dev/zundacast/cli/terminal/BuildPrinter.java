package dev.zundacast.cli.terminal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.zundacast.audio.Loudness;
import dev.zundacast.pipeline.episode.BuildReport;
import dev.zundacast.pipeline.episode.DryRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A build's report for people, or as a line of JSON. */
public final class BuildPrinter {
  private final Terminal terminal;
  private final Form form;

  public BuildPrinter(Terminal terminal, Form form) {
    this.terminal = terminal;
    this.form = form;
  }

  /** The forms of a report. */
  public enum Form {
    TEXT,
    JSON,
    /** Only what went wrong. */
    QUIET,
    /** JSON, and of the messages only what went wrong. */
    QUIET_JSON;

    /** The form that options ask for. */
    public static Form of(boolean json, boolean quiet) {
      return json ? (quiet ? QUIET_JSON : JSON) : quiet ? QUIET : TEXT;
    }

    private boolean isJson() {
      return this == JSON || this == QUIET_JSON;
    }

    private boolean isQuiet() {
      return this == QUIET || this == QUIET_JSON;
    }
  }

  /** What came of several posts. */
  public static final class Tally {
    private final int all;
    private final List<String> failed = new ArrayList<>();
    private int begun;
    private int upToDate;
    private int built;

    public Tally(int all) {
      this.all = all;
    }

    /** Counts a post that is worked on now, and gives its place among all. */
    public String begin(Path post) {
      begun++;
      failed.add(String.valueOf(post.getFileName()));
      return place();
    }

    /** {@code [2/4] }, "" for a single post. */
    public String place() {
      return all > 1 ? "[" + begun + "/" + all + "] " : "";
    }

    /** Whether an episode was made. */
    public boolean hasBuilt() {
      return built > 0;
    }

    /** The post that was begun last did not fail. */
    public void add(BuildReport report) {
      failed.remove(failed.size() - 1);
      built += report.upToDate() ? 0 : 1;
      upToDate += report.upToDate() ? 1 : 0;
    }
  }

  /** Prints what came of all posts, where there are several. */
  public void print(Tally tally) {
    if (form == Form.TEXT && tally.all > 1) {
      int left = tally.all - tally.begun;
      String names = tally.failed.isEmpty() ? "" : " (" + String.join(", ", tally.failed) + ")";
      terminal.print(
          "built "
              + tally.built
              + ", up to date "
              + tally.upToDate
              + ", failed "
              + tally.failed.size()
              + names
              + (left > 0 ? ", not begun " + left : ""));
    }
  }

  /** Prints what came of a build. */
  public void print(BuildReport report) {
    print(report, "");
  }

  /**
   * Prints what came of a build.
   *
   * @param place of the post among several
   */
  public void print(BuildReport report, String place) {
    said(report);
    if (form.isJson()) {
      terminal.json(asJson(report));
    }
    if (form != Form.TEXT) {
      return;
    }
    terminal.print(place + headline(report));
    report.sound().ifPresent(sound -> terminal.print("  " + sound(sound)));
    terminal.print("  " + shown(report.mp3()) + ", " + megabytes(report.bytes()));
    if (!report.uploadTo().isEmpty()) {
      terminal.print("  upload it to " + report.uploadTo());
    }
    if (report.draft()) {
      terminal.print("  spoken by the draft engine (" + report.engine() + "): not for publication");
    }
    terminal.print("  " + String.join(", ", report.voices()));
  }

  /** Says all that there is to say, or what went wrong just now. */
  private void said(BuildReport report) {
    String name = String.valueOf(report.post().getFileName());
    Set<String> warnings = Set.copyOf(report.warnings());
    boolean quiet = form.isQuiet();
    report.notes().stream()
        .filter(note -> !quiet || (warnings.contains(note) && !report.upToDate()))
        .map(note -> placed(note, name, warnings.contains(note) ? "warning: " : "note: "))
        .forEach(terminal::say);
  }

  /** A note behind the place that it is about: the post, unless it names a line of it itself. */
  private static String placed(String note, String name, String kind) {
    Matcher place = Pattern.compile(Pattern.quote(name) + ":(?:\\d+:)? ").matcher(note);
    int end = place.lookingAt() ? place.end() : 0;
    return (end > 0 ? note.substring(0, end) : name + ": ") + kind + note.substring(end);
  }

  /** Prints what would come of a build. */
  public void print(DryRun.Report report) {
    if (form.isJson()) {
      terminal.json(asJson(report));
    }
    if (form != Form.TEXT) {
      return;
    }
    terminal.out().print(Reporter.clean(report.diff()));
    String clips = report.upToDate() ? "" : ", " + count(report.clipsToMake(), "clip") + " to make";
    terminal.print(
        shown(report.post())
            + ": "
            + (report.upToDate() ? "up to date, " : "about ")
            + minutes(report.estimate())
            + ", "
            + count(report.lines(), "line")
            + clips
            + ", to "
            + shown(report.mp3()));
  }

  /** Prints what would come of several builds together. */
  public void printSum(List<DryRun.Report> reports) {
    if (form == Form.TEXT && reports.size() > 1) {
      long millis = reports.stream().mapToLong(it -> it.estimate().toMillis()).sum();
      terminal.print(
          reports.size()
              + " posts: about "
              + (millis + 30_000) / 60_000
              + " min, "
              + reports.stream().mapToInt(DryRun.Report::lines).sum()
              + " lines, "
              + reports.stream().mapToInt(DryRun.Report::clipsToMake).sum()
              + " clips to make");
    }
  }

  private String headline(BuildReport report) {
    String lines = count(report.lines(), "line");
    if (report.upToDate()) {
      return shown(report.post()) + ": up to date, " + minutes(report.length()) + ", " + lines;
    }
    String guess = report.estimate().map(it -> " (estimated " + minutes(it) + ")").orElse("");
    String clips = count(report.clipsMade(), "clip") + " made, " + report.clipsFound() + " found";
    String length = minutes(report.length()) + guess;
    return shown(report.post()) + ": " + length + ", " + lines + ": " + clips;
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String sound(BuildReport.Sound sound) {
    String lufs = tenths(sound.loudness().lufs());
    String peak = tenths(sound.loudness().truePeak());
    String frames = sound.framesNew() + " frames new, " + sound.framesReused() + " reused";
    return lufs + " LUFS, true peak " + peak + " dBTP; " + frames + " (" + sound.encoder() + ")";
  }

  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String minutes(Duration length) {
    long seconds = (length.toMillis() + 999) / 1000; // as the post states it
    return String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
  }

  private static String megabytes(long bytes) {
    return tenths(bytes / 1e6) + " MB (" + bytes + " bytes)";
  }

  private String shown(Path file) {
    return Reporter.clean(terminal.shown(file));
  }

  @JsonNaming(SnakeCaseStrategy.class)
  private record DryRunJson(
      String post,
      int lines,
      long estimateMs,
      String mp3,
      boolean scriptChanges,
      boolean upToDate,
      int clipsToMake) {}

  private static DryRunJson asJson(DryRun.Report report) {
    return new DryRunJson(
        report.post().toString(),
        report.lines(),
        report.estimate().toMillis(),
        report.mp3().toString(),
        !report.diff().isEmpty(),
        report.upToDate(),
        report.clipsToMake());
  }

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record BuildJson(
      String post,
      String script,
      String mp3,
      String uploadTo,
      boolean upToDate,
      long durationMs,
      @Nullable Long estimateMs,
      long bytes,
      int lines,
      int clipsMade,
      int clipsFound,
      @JsonUnwrapped @Nullable SoundJson sound,
      String engine,
      boolean draft,
      List<String> credits,
      List<String> warnings,
      List<String> notes) {}

  @JsonNaming(SnakeCaseStrategy.class)
  private record SoundJson(
      double lufs, double truePeakDbtp, int framesNew, int framesReused, String encoder) {
    static SoundJson of(BuildReport.Sound it) {
      Loudness loudness = it.loudness();
      return new SoundJson(
          loudness.lufs(), loudness.truePeak(), it.framesNew(), it.framesReused(), it.encoder());
    }
  }

  private static BuildJson asJson(BuildReport report) {
    return new BuildJson(
        report.post().toString(),
        report.script().toString(),
        report.mp3().toString(),
        report.uploadTo(),
        report.upToDate(),
        report.length().toMillis(),
        report.estimate().map(Duration::toMillis).orElse(null),
        report.bytes(),
        report.lines(),
        report.clipsMade(),
        report.clipsFound(),
        report.sound().map(SoundJson::of).orElse(null),
        report.engine(),
        report.draft(),
        report.voices(),
        report.warnings(),
        report.notes());
  }
}
