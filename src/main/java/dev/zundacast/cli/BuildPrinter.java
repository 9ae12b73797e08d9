package dev.zundacast.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.JsonTrees;
import dev.zundacast.pipeline.build.BuildReport;
import dev.zundacast.pipeline.build.DryRun;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** A build's report for people, or as a line of JSON. */
final class BuildPrinter {
  private final Terminal terminal;
  private final boolean json;

  BuildPrinter(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  void print(BuildReport report) {
    report.notes().forEach(note -> terminal.err().println("note: " + Reporter.clean(note)));
    if (json) {
      terminal.out().println(JsonTrees.text(asJson(report)));
      return;
    }
    PrintStream out = terminal.out();
    out.println(headline(report));
    report.sound().ifPresent(sound -> out.println("  " + sound(sound)));
    out.println("  " + shown(report.mp3()) + ", " + megabytes(report.bytes()));
    if (!report.uploadTo().isEmpty()) {
      out.println("  upload it to " + Reporter.clean(report.uploadTo()));
    }
    if (report.draft()) {
      out.println("  spoken by the draft engine (" + report.engine() + "): not for publication");
    }
    out.println("  " + String.join(", ", report.voices()));
  }

  void print(DryRun.Report report) {
    if (json) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("post", report.post().toString());
      node.put("lines", report.lines());
      node.put("estimate_ms", report.estimate().toMillis());
      node.put("mp3", report.mp3().toString());
      node.put("script_changes", !report.diff().isEmpty());
      terminal.out().println(JsonTrees.text(node));
      return;
    }
    PrintStream out = terminal.out();
    out.print(Reporter.clean(report.diff()));
    out.printf(
        Locale.ROOT,
        "%s: about %s, %d lines, to %s%n",
        shown(report.post()),
        minutes(report.estimate()),
        report.lines(),
        shown(report.mp3()));
  }

  private String headline(BuildReport report) {
    String lines = count(report.lines(), "line");
    if (report.upToDate()) {
      return shown(report.post()) + ": up to date, " + minutes(report.length()) + ", " + lines;
    }
    String guess = report.estimate().map(it -> " (estimated " + minutes(it) + ")").orElse("");
    String clips = count(report.clipsMade(), "clip") + " made, " + report.clipsFound() + " found";
    return shown(report.post())
        + ": "
        + minutes(report.length())
        + guess
        + ", "
        + lines
        + ": "
        + clips;
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

  /** Like a format's {@code %.1f}, whose first use takes a hundredth of a short run. */
  private static String tenths(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString()
        : Double.toString(value);
  }

  private static String minutes(Duration length) {
    long seconds = (length.toMillis() + 999) / 1000; // as the post states it
    long rest = seconds % 60;
    return seconds / 60 + (rest < 10 ? ":0" : ":") + rest + " min";
  }

  private static String megabytes(long bytes) {
    return tenths(bytes / 1e6) + " MB (" + bytes + " bytes)";
  }

  private String shown(Path file) {
    Path folder = terminal.folder();
    return Reporter.clean((file.startsWith(folder) ? folder.relativize(file) : file).toString());
  }

  private static ObjectNode asJson(BuildReport report) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("post", report.post().toString());
    node.put("script", report.script().toString());
    node.put("mp3", report.mp3().toString());
    node.put("upload_to", report.uploadTo());
    node.put("up_to_date", report.upToDate());
    node.put("duration_ms", report.length().toMillis());
    report.estimate().ifPresent(guess -> node.put("estimate_ms", guess.toMillis()));
    node.put("bytes", report.bytes());
    node.put("lines", report.lines());
    node.put("clips_made", report.clipsMade());
    node.put("clips_found", report.clipsFound());
    report
        .sound()
        .ifPresent(
            sound -> {
              node.put("lufs", sound.loudness().lufs());
              node.put("true_peak_dbtp", sound.loudness().truePeak());
              node.put("frames_new", sound.framesNew());
              node.put("frames_reused", sound.framesReused());
              node.put("encoder", sound.encoder());
            });
    node.put("engine", report.engine());
    node.put("draft", report.draft());
    report.voices().forEach(node.putArray("credits")::add);
    report.notes().forEach(node.putArray("notes")::add);
    return node;
  }
}
