package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a script file to the script that they mean. Lives for one call. */
final class ScriptReader {
  private final Path file;
  private final List<Section> sections = new ArrayList<>();
  private String post = "";
  private String speaker = "";
  private Section current = new Section("", Section.Kind.SECTION, "", "", List.of());
  private List<Section.Item> items = new ArrayList<>();
  private boolean paragraphEnds;

  ScriptReader(Path file) {
    this.file = file;
  }

  Script read(List<Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      add(rows.get(i).content(), i + 1);
    }
    endSection();
    return new Script(file, post, speaker, sections);
  }

  private void add(Row.Content content, int row) {
    if (content instanceof Row.Head head) {
      endSection();
      current = new Section(head.id(), head.kind(), "", "", List.of());
    } else if (content instanceof Row.Key key) {
      key(key);
    } else if (content instanceof Row.Blank) {
      paragraphEnds = !items.isEmpty();
    } else if (content instanceof Row.Utterance utterance) {
      item(utterance.head().line(utterance.text(), row));
    } else if (content instanceof Row.Silence silence) {
      item(new Section.Pause(silence.millis()));
    } else if (content instanceof Row.Spoken spoken) {
      override(spoken.text());
    }
  }

  private void key(Row.Key key) {
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

  private void override(String spoken) {
    int last = items.size() - 1;
    if (last >= 0 && items.get(last) instanceof Line line) {
      paragraphEnds = false;
      items.set(last, line.withSpoken(spoken));
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
