package dev.zundacast.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two versions of a post as a unified diff. Lines were only replaced or put in, so walking down
 * both sides finds every change.
 */
final class FillDiff {
  private static final int CONTEXT = 3;

  private final List<String> before;
  private final List<String> after;
  private final List<String> marked = new ArrayList<>();

  private FillDiff(byte[] before, byte[] after) {
    int end = needed(before, after);
    this.before = lines(before, end);
    this.after = lines(after, end + after.length - before.length);
  }

  /** Where in {@code before} the lines end that a diff can show; a body is longer than they are. */
  private static int needed(byte[] before, byte[] after) {
    int most = Math.min(before.length, after.length);
    int same = 0;
    while (same < most && before[before.length - 1 - same] == after[after.length - 1 - same]) {
      same++;
    }
    int end = before.length - same;
    // The rest of the line that changed, then the context.
    for (int lines = 0; lines <= CONTEXT && end < before.length; end++) {
      lines += before[end] == '\n' ? 1 : 0;
    }
    return end;
  }

  static String of(String name, byte[] before, byte[] after) {
    return new FillDiff(before, after).unified(name);
  }

  private static List<String> lines(byte[] bytes, int end) {
    return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
  }

  private String unified(String name) {
    mark();
    group();
    StringBuilder diff = new StringBuilder("--- a/" + name + "\n+++ b/" + name + "\n");
    int from = 0;
    while ((from = nextChange(from)) < marked.size()) {
      int start = Math.max(0, from - CONTEXT);
      int end = hunkEnd(from);
      hunk(diff, start, end);
      from = end;
    }
    return diff.toString();
  }

  /** All lines with ' ', '-' or '+' before them. */
  private void mark() {
    int b = 0;
    int a = 0;
    while (b < before.size() || a < after.size()) {
      boolean same = b < before.size() && a < after.size() && before.get(b).equals(after.get(a));
      boolean putIn =
          a + 1 < after.size() && b < before.size() && after.get(a + 1).equals(before.get(b));
      boolean twoPutIn =
          a + 2 < after.size() && b < before.size() && after.get(a + 2).equals(before.get(b));
      if (same) {
        marked.add(" " + before.get(b++));
        a++;
      } else if (putIn || twoPutIn || b >= before.size()) {
        marked.add("+" + after.get(a++));
      } else {
        marked.add("-" + before.get(b++));
        if (a < after.size()) {
          marked.add("+" + after.get(a++));
        }
      }
    }
  }

  /** Of lines that changed together, those that go stand first. */
  private void group() {
    int from = 0;
    while ((from = nextChange(from)) < marked.size()) {
      int to = from;
      while (to < marked.size() && marked.get(to).charAt(0) != ' ') {
        to++;
      }
      marked.subList(from, to).sort(Comparator.comparing(line -> line.charAt(0) == '+'));
      from = to;
    }
  }

  private int nextChange(int from) {
    int at = from;
    while (at < marked.size() && marked.get(at).charAt(0) == ' ') {
      at++;
    }
    return at;
  }

  /** Where a hunk ends: after its context, and later where the next change is near. */
  private int hunkEnd(int change) {
    int last = change;
    for (int at = change; at < marked.size() && at <= last + 2 * CONTEXT; at++) {
      if (marked.get(at).charAt(0) != ' ') {
        last = at;
      }
    }
    return Math.min(marked.size(), last + 1 + CONTEXT);
  }

  private void hunk(StringBuilder diff, int start, int end) {
    diff.append("@@ -").append(range(start, end, '+')).append(" +").append(range(start, end, '-'));
    diff.append(" @@\n");
    marked.subList(start, end).forEach(line -> diff.append(line).append('\n'));
  }

  /** First line and count of a hunk on the side that lacks the lines marked {@code other}. */
  private String range(int start, int end, char other) {
    long first = marked.subList(0, start).stream().filter(l -> l.charAt(0) != other).count() + 1;
    long count = marked.subList(start, end).stream().filter(l -> l.charAt(0) != other).count();
    return first + "," + count;
  }
}
