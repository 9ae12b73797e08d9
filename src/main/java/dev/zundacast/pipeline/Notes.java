package dev.zundacast.pipeline;

import dev.zundacast.episode.Diagnostic;

/** Findings as one line for a report. */
final class Notes {
  private Notes() {}

  static String of(Diagnostic found) {
    String place = Workspace.name(found.file()) + (found.line() > 0 ? ":" + found.line() : "");
    String next = found.next().isEmpty() ? "" : " (" + found.next() + ")";
    return place + ": " + found.message() + next;
  }
}
