package dev.zundacast.cli.terminal;

import dev.zundacast.disk.Json;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.check.CheckReport;
import dev.zundacast.pipeline.check.CheckReport.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a check found, for people, programs, or a workflow of GitHub's. */
public record CheckPrinter(Terminal terminal) {
  /** The forms of a report. */
  public enum Format {
    TEXT,
    JSON,
    GITHUB
  }

  /** Prints a report, and how many findings more a baseline lists. */
  public void print(CheckReport report, int left, Format format) {
    switch (format) {
      case TEXT ->
          Causes.of(
                  report.findings(),
                  finding -> finding.place().file(),
                  finding -> finding.rule() + finding.severity() + finding.place().message())
              .forEach(this::text);
      case GITHUB -> report.findings().forEach(this::annotation);
      case JSON -> {
        json(report);
        return;
      }
    }
    if (report.mended() > 0) {
      terminal.print(Message.of("check.mended", report.mended()));
    }
    Message sum = Message.of("check.sum", report.posts(), report.findings().size());
    Message known = left > 0 ? Message.of("check.ofBaseline", left) : Message.NONE;
    terminal.print(Message.plain(sum, byRule(report), known));
  }

  private void text(Causes.Row<Finding> row) {
    Finding finding = row.shown();
    Diagnostic place = finding.place();
    String where = new Reporter(terminal).place(place);
    Message severity = finding.severity().said();
    terminal.print(
        Message.plain(where, severity, ": ", finding.rule(), ": ", place.message(), row.more()));
    if (!place.next().isEmpty()) {
      terminal.print(Message.plain("  -> ", place.next()));
    }
  }

  /** A workflow command, see GitHub's "Setting an error message". */
  private void annotation(Finding finding) {
    Diagnostic place = finding.place();
    String kind =
        finding.severity() == CheckReport.Severity.NOTE ? "notice" : finding.severity().word();
    String line = place.line() > 0 ? ",line=" + place.line() : "";
    String column = place.column() > 0 ? ",col=" + place.column() : "";
    String title = ",title=" + property(finding.rule()) + "::";
    String next = place.next().isEmpty() ? "" : " -> " + terminal.text(place.next());
    String said = escaped(terminal.text(place.message()) + next);
    terminal.print("::" + kind + " file=" + property(shown(place)) + line + column + title + said);
  }

  private String shown(Diagnostic place) {
    return terminal.shown(terminal.resolve(place.file()));
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** How many findings each rule has, where there are several rules. */
  private static String byRule(CheckReport report) {
    Map<String, Long> counts =
        report.findings().stream()
            .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
    return counts.size() < 2
        ? ""
        : counts.entrySet().stream()
            .map(rule -> rule.getKey() + " " + rule.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private void json(CheckReport report) {
    List<Json.Fields> rows = report.findings().stream().map(this::asJson).toList();
    terminal
        .out()
        .println(
            Json.indented(
                Json.with("posts", report.posts())
                    .with("mended", report.mended())
                    .with("findings", rows)));
  }

  private Json.Fields asJson(Finding finding) {
    Diagnostic place = finding.place();
    return Json.with("file", shown(place))
        .with("line", place.line())
        .with("column", place.column())
        .with("severity", finding.severity())
        .with("rule", finding.rule())
        .with("message", place.message())
        .with("next", place.next());
  }
}
