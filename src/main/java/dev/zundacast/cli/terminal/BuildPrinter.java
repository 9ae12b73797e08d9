package dev.zundacast.cli.terminal;

import dev.zundacast.audio.Track;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.BuildReport;
import dev.zundacast.pipeline.episode.DryRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A build's report for people, or as a line of JSON. */
public record BuildPrinter(Terminal.Output out) {
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
      failed.add(Workspace.name(post));
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
    if (tally.all > 1) {
      int left = tally.all - tally.begun;
      String names = tally.failed.isEmpty() ? "" : " (" + String.join(", ", tally.failed) + ")";
      out.print(
          Message.of(
              left > 0 ? "build.tallyWithNotBegun" : "build.tally",
              tally.built,
              tally.upToDate,
              tally.failed.size() + names,
              left));
    }
  }

  /** Prints what came of a build, with its place among several, "" for a single one. */
  public void print(BuildReport report, String place) {
    said(report);
    out.json(() -> asJson(report));
    archived(report);
    ScriptPrinter.print(out, report.findings());
    out.print(Message.plain(place, headline(report)));
    report.track().ifPresent(track -> out.print(Message.plain("  ", sound(track))));
    out.print(
        Message.of("build.mp3", shown(report.mp3()), tenths(report.bytes() / 1e6), report.bytes()));
    if (!report.uploadTo().isEmpty()) {
      out.print(Message.of("build.upload", report.uploadTo()));
    }
    if (report.engine().isDraft()) {
      out.print(Message.of("build.draftVoice", report.engine().title()));
    }
    out.print(Message.plain("  " + String.join(", ", report.voices())));
  }

  /** Says all that there is to say, or what went wrong just now. */
  private void said(BuildReport report) {
    String name = Workspace.name(report.post());
    Set<Message> warnings = Set.copyOf(report.warnings());
    boolean quiet = out.isQuiet();
    report.notes().stream()
        .filter(note -> !quiet || (warnings.contains(note) && !report.upToDate()))
        .map(note -> placed(note, name, warnings.contains(note) ? "build.warning" : "build.note"))
        .forEach(out.terminal()::say);
  }

  /** Notes for the launcher that Java's archive will hold what making an episode needs. */
  private void archived(BuildReport report) {
    String archive = out.terminal().env("ZUNDACAST_ARCHIVE");
    if (archive.isEmpty() || report.upToDate()) {
      return;
    }
    try {
      Files.writeString(Path.of(archive + ".episode"), "");
    } catch (IOException e) {
      // The next episode makes the archive again, which costs a second.
    }
  }

  /** A note behind the place that it is about: the post, unless it names a line of it itself. */
  private static Message placed(Message note, String name, String key) {
    String place = note.key().isEmpty() ? note.values().get(0).toString() : "";
    boolean isPlaced = place.matches(Pattern.quote(name) + ":(?:\\d+:)? ");
    return isPlaced
        ? Message.of(key, place, new Message("", note.values().subList(1, note.values().size())))
        : Message.of(key, name + ": ", note);
  }

  /** Prints what would come of a build. */
  public void print(DryRun.Report report) {
    out.json(() -> asJson(report));
    if (out.isText()) {
      out.terminal().out().print(Reporter.clean(report.diff()));
    }
    out.print(
        Message.of(
            report.upToDate() ? "build.wouldBeUpToDate" : "build.wouldBeMade",
            shown(report.post()),
            minutes(report.estimate()),
            report.lines(),
            shown(report.mp3()),
            report.clipsToMake()));
  }

  /** Prints what would come of several builds together. */
  public void printSum(List<DryRun.Report> reports) {
    if (reports.size() > 1) {
      long millis = reports.stream().mapToLong(it -> it.estimate().toMillis()).sum();
      out.print(
          Message.of(
              "build.sum",
              reports.size(),
              (millis + 30_000) / 60_000,
              reports.stream().mapToInt(DryRun.Report::lines).sum(),
              reports.stream().mapToInt(DryRun.Report::clipsToMake).sum()));
    }
  }

  private Message headline(BuildReport report) {
    if (report.upToDate()) {
      return Message.of(
          "build.upToDate", shown(report.post()), minutes(report.length()), report.lines());
    }
    Message length =
        report
            .estimate()
            .map(it -> Message.of("build.lengthEstimated", minutes(report.length()), minutes(it)))
            .orElseGet(() -> Message.of("build.length", minutes(report.length())));
    return Message.of(
        "build.made",
        shown(report.post()),
        length,
        report.lines(),
        report.clipsMade(),
        report.clipsFound());
  }

  private static Message sound(Track sound) {
    return Message.of(
        "build.sound",
        tenths(sound.loudness().lufs()),
        tenths(sound.loudness().truePeak()),
        sound.framesNew(),
        sound.framesReused(),
        sound.encoder());
  }

  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String minutes(Duration length) {
    long seconds = (length.toMillis() + 999) / 1000; // as the post states it
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  private String shown(Path file) {
    return Reporter.clean(out.terminal().shown(file));
  }

  private static Fields asJson(DryRun.Report report) {
    return Json.with("post", report.post().toString())
        .with("lines", report.lines())
        .with("estimate_ms", report.estimate().toMillis())
        .with("mp3", report.mp3().toString())
        .with("script_changes", !report.diff().isEmpty())
        .with("up_to_date", report.upToDate())
        .with("clips_to_make", report.clipsToMake());
  }

  private static Fields asJson(BuildReport report) {
    Fields json =
        Json.with("post", report.post().toString())
            .with("script", report.script().toString())
            .with("mp3", report.mp3().toString())
            .with("upload_to", report.uploadTo())
            .with("up_to_date", report.upToDate())
            .with("duration_ms", report.length().toMillis())
            .with("estimate_ms", report.estimate().map(Duration::toMillis))
            .with("bytes", report.bytes())
            .with("lines", report.lines())
            .with("clips_made", report.clipsMade())
            .with("clips_found", report.clipsFound());
    report
        .track()
        .ifPresent(
            sound ->
                json.with("lufs", sound.loudness().lufs())
                    .with("true_peak_dbtp", sound.loudness().truePeak())
                    .with("frames_new", sound.framesNew())
                    .with("frames_reused", sound.framesReused())
                    .with("encoder", sound.encoder()));
    return json.with("engine", report.engine().title())
        .with("draft", report.engine().isDraft())
        .with("credits", report.voices())
        .with("warnings", report.warnings())
        .with("notes", report.notes())
        .with("findings", report.findings().stream().map(Diagnostic::message).toList());
  }
}
