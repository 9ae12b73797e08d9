package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Nearest;
import dev.zundacast.episode.Voices;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is wrong with a script's rows as they stand together. */
final class RowChecks {
  static final String VERSION = "1";
  private static final List<String> HEADER_KEYS =
      List.of(
          "zundacast",
          "post",
          "speaker",
          "style",
          "max-sentences",
          "minutes",
          "wording",
          "narration");

  /** How much of a line that is too long a finding shows. */
  private static final int SHOWN = 60;

  private static final List<String> SECTION_KEYS = List.of("title", "source");

  /** The beginning of a reading that another one, or the row's end, cuts off. */
  private static final Pattern UNCLOSED =
      Pattern.compile("\\{[^{}|]+\\|[^{}]*(?:\\{|$)|｛[^｛｝|｜]+[|｜][^｛｝]*(?:｛|$)");

  private final Findings findings;
  private final Voices voices;
  private final Map<String, Integer> lineIds = new HashMap<>();
  private final Map<String, Integer> sectionIds = new HashMap<>();
  private final Set<String> header = new HashSet<>();
  private final Set<String> sectionKeys = new HashSet<>();
  private boolean inSection;
  private boolean overridable;

  RowChecks(Findings findings, Voices voices) {
    this.findings = findings;
    this.voices = voices;
  }

  void check(List<Row> rows) {
    int number = 0;
    for (Row row : rows) {
      number++;
      check(number, row.raw(), row.content());
    }
    if (!header.contains("zundacast")) {
      findings.addForFile("'@zundacast' is missing", "write '@zundacast 1' in the first line");
    }
    if (!header.contains("speaker")) {
      String next = "write '@speaker NAME' before the first section; known: " + voices.known();
      findings.addForFile("'@speaker' is missing", next);
    }
  }

  private void check(int number, String raw, Row.Content content) {
    if (raw.length() > Line.LONGEST) {
      findings.add(number, raw.substring(0, SHOWN), 0, Line.tooLong(raw), "");
    }
    if (content instanceof Row.Key key) {
      key(number, raw, key);
    } else if (content instanceof Row.Head head) {
      head(number, raw, head);
    } else if (content instanceof Row.Utterance utterance) {
      utterance(number, raw, utterance);
    } else if (content instanceof Row.Spoken) {
      override(number, raw);
    } else if (content instanceof Row.Silence) {
      inside(number, raw, "a pause");
    }
    if (!(content instanceof Row.Comment || content instanceof Row.Blank)) {
      overridable = content instanceof Row.Utterance;
    }
  }

  private void key(int number, String raw, Row.Key key) {
    List<String> known = inSection ? SECTION_KEYS : HEADER_KEYS;
    int at = raw.indexOf('@');
    if (!known.contains(key.name())) {
      findings.add(number, raw, at, unknownKey(key.name()), keyHint(key.name(), known));
      return;
    }
    if (!(inSection ? sectionKeys : header).add(key.name())) {
      findings.add(number, raw, at, "a second '@" + key.name() + "'", "keep one of them");
    }
    value(number, raw, key);
  }

  private void value(int number, String raw, Row.Key key) {
    int at = raw.indexOf(key.value(), raw.indexOf(key.name()) + key.name().length());
    switch (key.name()) {
      case "zundacast" -> {
        if (!key.value().equals(VERSION)) {
          String message = "version '" + key.value() + "' of the script format is not known";
          findings.add(number, raw, at, message, "this zundacast reads version " + VERSION);
        }
      }
      case "speaker" -> {
        if (voices.find(key.value()).isEmpty()) {
          String message = LineHeadReader.unknown(key.value(), voices);
          findings.add(number, raw, at, message, LineHeadReader.hint(key.value(), voices));
        }
      }
      case "max-sentences" -> {
        if (!key.value().matches("[1-9]\\d{0,3}")) {
          String message = "'@max-sentences' must be a number from 1, not '" + key.value() + "'";
          findings.add(number, raw, at, message, "");
        }
      }
      case "minutes" -> {
        if (!key.value().matches("\\d{1,3}(?:\\.\\d{1,3})?")) {
          String message = "'@minutes' must be a number from 0, not '" + key.value() + "'";
          findings.add(number, raw, at, message, "");
        }
      }
      default -> {}
    }
  }

  private String unknownKey(String name) {
    if (!inSection && SECTION_KEYS.contains(name)) {
      return "'@" + name + "' stands before the first section";
    }
    if (inSection && HEADER_KEYS.contains(name)) {
      return "'@" + name + "' stands inside a section";
    }
    String known = String.join(", @", inSection ? SECTION_KEYS : HEADER_KEYS);
    return "unknown key '@" + name + "'; known here are @" + known;
  }

  private String keyHint(String name, List<String> known) {
    if (!inSection && SECTION_KEYS.contains(name)) {
      return "write it under its section's '== id kind'";
    }
    if (inSection && HEADER_KEYS.contains(name)) {
      return "write it above the first section";
    }
    String hint = Nearest.hint(name, known);
    return hint.isEmpty() ? "begin a text with '\\@' when it is no key" : hint;
  }

  private void head(int number, String raw, Row.Head head) {
    inSection = true;
    sectionKeys.clear();
    Integer first = sectionIds.putIfAbsent(head.id(), number);
    if (first != null) {
      String message = "duplicate section '" + head.id() + "', first in line " + first;
      int at = raw.indexOf(head.id(), raw.indexOf("==") + 2);
      findings.add(number, raw, at, message, "give one of them another id");
    }
  }

  private void utterance(int number, String raw, Row.Utterance utterance) {
    if (!inside(number, raw, "a line")) {
      return;
    }
    String id = utterance.head().id();
    Integer first = id.isEmpty() ? null : lineIds.putIfAbsent(id, number);
    if (first != null) {
      String message = "duplicate id '" + id + "', first in line " + first;
      String next = "remove the id of the newer line: it gets a free one";
      findings.add(number, raw, raw.indexOf(id), message, next);
    }
    Matcher unclosed = UNCLOSED.matcher(raw);
    if (unclosed.find()) {
      String next = "write the reading of a word as '{word|reading}'";
      String found =
          raw.charAt(unclosed.start()) == '{' ? "a '{' without its '}'" : "a '｛' without its '｝'";
      findings.add(number, raw, unclosed.start(), found, next);
    }
    if (utterance.text().isEmpty()) {
      findings.add(number, raw, raw.length(), "a line without text", "write one, or remove it");
    }
  }

  private void override(int number, String raw) {
    int at = raw.indexOf('>');
    if (!inside(number, raw, "'>'")) {
      return;
    }
    if (!overridable) {
      String next = "write it right under the line that it changes, one a line";
      findings.add(number, raw, at, "'>' without a line above it", next);
    } else if (raw.strip().length() == 1) {
      findings.add(number, raw, at, "'>' without text", "write what is spoken, or remove it");
    }
  }

  private boolean inside(int number, String raw, String what) {
    if (!inSection) {
      String next = "begin one with '== opening opening'";
      int at = raw.length() - raw.stripLeading().length();
      findings.add(number, raw, at, what + " outside a section", next);
    }
    return inSection;
  }
}
