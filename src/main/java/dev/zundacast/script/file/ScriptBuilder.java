package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a script file to the script that they mean. Lives for one call. */
final class ScriptBuilder {
  private final List<Section> sections = new ArrayList<>();
  private String post = "";
  private String speaker = "";
  private Section current = new Section("", Section.Kind.SECTION, "", "", List.of());
  private List<Section.Item> items = new ArrayList<>();
  private boolean paragraphEnds;

  private ScriptBuilder() {}

  static Script build(Path file, List<Row> rows) {
    ScriptBuilder builder = new ScriptBuilder();
    for (int i = 0; i < rows.size(); i++) {
      builder.add(rows.get(i).part(), i + 1);
    }
    builder.endSection();
    return new Script(file, builder.post, builder.speaker, builder.sections);
  }

  private void add(Part part, int row) {
    if (part instanceof Part.Head head) {
      endSection();
      current = new Section(head.id(), head.kind(), "", "", List.of());
    } else if (part instanceof Part.Key key) {
      key(key);
    } else if (part instanceof Part.Blank) {
      paragraphEnds = !items.isEmpty();
    } else if (part instanceof Part.Utterance utterance) {
      item(line(utterance, row));
    } else if (part instanceof Part.Silence silence) {
      item(new Section.Pause(silence.millis()));
    } else if (part instanceof Part.Spoken override) {
      override(override.text());
    }
  }

  private void key(Part.Key key) {
    switch (key.name()) {
      case "post" -> post = key.value();
      case "speaker" -> speaker = key.value();
      case "title" -> current = titled(key.value(), current.source());
      case "source" -> current = titled(current.title(), key.value());
      default -> {}
    }
  }

  private Section titled(String title, String source) {
    return new Section(current.id(), current.kind(), title, source, List.of());
  }

  private void item(Section.Item item) {
    if (paragraphEnds) {
      items.add(new Section.Paragraph());
      paragraphEnds = false;
    }
    items.add(item);
  }

  private static Line line(Part.Utterance utterance, int row) {
    LineHead head = utterance.head();
    return new Line(
        head.id(),
        head.speaker(),
        utterance.text(),
        "",
        head.tuning(),
        head.extraPauseMillis(),
        row);
  }

  private void override(String spoken) {
    int last = items.size() - 1;
    if (last >= 0 && items.get(last) instanceof Line line) {
      paragraphEnds = false;
      items.set(
          last,
          new Line(
              line.id(),
              line.speaker(),
              line.written(),
              spoken,
              line.tuning(),
              line.extraPauseMillis(),
              line.fileLine()));
    }
  }

  private void endSection() {
    if (!current.id().isEmpty()) {
      sections.add(
          new Section(current.id(), current.kind(), current.title(), current.source(), items));
    }
    items = new ArrayList<>();
    paragraphEnds = false;
  }
}
