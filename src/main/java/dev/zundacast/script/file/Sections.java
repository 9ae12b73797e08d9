package dev.zundacast.script.file;

import dev.zundacast.episode.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sections of a script file: where each stands, and changes to whole sections. */
public final class Sections {
  private final Rows rows;

  Sections(Rows rows) {
    this.rows = rows;
  }

  /**
   * Where a section stands in the file.
   *
   * @param kind its kind
   * @param title from {@code @title}, "" when there is none
   * @param source from {@code @source}, "" when there is none
   */
  public record Heading(String id, Section.Kind kind, String title, String source) {
    private Heading with(Row.Key key) {
      boolean isTitle = key.name().equals("title");
      return new Heading(id, kind, isTitle ? key.value() : title, isTitle ? source : key.value());
    }
  }

  /** A section's rows: from the comments right above its head to its last row that is not empty. */
  private record Block(String id, int from, int to) {}

  /** The sections in their order. */
  public List<Heading> headings() {
    List<Heading> headings = new ArrayList<>();
    for (Row row : rows.all()) {
      if (row.content() instanceof Row.Head head) {
        headings.add(new Heading(head.id(), head.kind(), "", ""));
      } else if (row.content() instanceof Row.Key key && !headings.isEmpty()) {
        headings.add(headings.remove(headings.size() - 1).with(key));
      }
    }
    return headings;
  }

  /** The ids of the sections in their order. */
  public List<String> ids() {
    return headings().stream().map(Heading::id).toList();
  }

  /** Whether the section stands in the file. */
  public boolean has(String section) {
    return ids().contains(section);
  }

  /** Sets {@code @title} or {@code @source} of a section in its place; "" takes it away. */
  public void setKey(String section, String name, String value) {
    int at = rows.headOf(section) + 1;
    int place = at;
    for (int i = at; i < rows.size() && !rows.endsSection(i); i++) {
      if (rows.get(i).content() instanceof Row.Key key) {
        if (key.name().equals(name)) {
          rows.remove(i);
          place = i;
          break;
        }
        place = name.equals("title") ? place : i + 1;
      }
    }
    new Cursor(rows, place).key(name, value);
  }

  /** Puts below the head of a section that the post has another title now. */
  public void setDecision(String section, String title) {
    int at = rows.headOf(section) + 1;
    while (at < rows.size() && rows.get(at).content() instanceof Row.Key key) {
      at++;
      if (key.name().equals("title")) {
        break;
      }
    }
    rows.setDecision(at, "@title " + title);
  }

  /** Whether the section holds a line. */
  public boolean hasLines(String section) {
    for (int i = rows.headOf(section) + 1; i < rows.size() && !rows.endsSection(i); i++) {
      if (rows.get(i).content() instanceof Row.Utterance) {
        return true;
      }
    }
    return false;
  }

  /** Turns a section's head and keys into comments; what it holds joins the section above. */
  public void commentOutHead(String section) {
    int at = rows.headOf(section);
    rows.comment(at);
    for (int i = at + 1; i < rows.size() && !(rows.get(i).content() instanceof Row.Head); i++) {
      if (rows.get(i).content() instanceof Row.Key) {
        rows.comment(i);
      }
    }
  }

  /**
   * Puts these sections into this order, each with all its rows, on the places that they have
   * together; other sections stay where they are.
   */
  public void order(List<String> wanted) {
    Map<String, List<Row>> blocks = new HashMap<>();
    List<Block> places = new ArrayList<>();
    for (Block block : blocks()) {
      if (wanted.contains(block.id())) {
        places.add(block);
        blocks.put(block.id(), rows.all().subList(block.from(), block.to()));
      }
    }
    for (int i = places.size() - 1; i >= 0; i--) {
      Block place = places.get(i);
      rows.replace(place.from(), place.to(), blocks.getOrDefault(wanted.get(i), List.of()));
    }
  }

  /** Removes a section with all its rows. */
  public void remove(String section) {
    rows.replace(firstRow(section), end(section), List.of());
  }

  /** Where new rows go: before a section and the comments right above its head. */
  public Cursor before(String section) {
    return new Cursor(rows, firstRow(section));
  }

  private List<Block> blocks() {
    return ids().stream().map(id -> new Block(id, firstRow(id), end(id))).toList();
  }

  private int firstRow(String section) {
    int from = rows.headOf(section);
    while (from > 0 && rows.get(from - 1).content() instanceof Row.Comment) {
      from--;
    }
    return from;
  }

  /** Behind the section's last row that says anything and is not a comment on the next one. */
  private int end(String section) {
    int from = rows.headOf(section) + 1;
    int next = from;
    while (next < rows.size() && !rows.endsSection(next)) {
      next++;
    }
    int end = next;
    boolean headFollows = next < rows.size() && rows.get(next).content() instanceof Row.Head;
    while (headFollows && end > from && rows.get(end - 1).content() instanceof Row.Comment) {
      end--;
    }
    while (end > from && rows.get(end - 1).content() instanceof Row.Blank) {
      end--;
    }
    return end;
  }

  /** Where new rows go: behind the section's last row that says anything. */
  public Cursor endOf(String section) {
    int at = rows.headOf(section);
    int end = at + 1;
    for (int i = at + 1; i < rows.size() && !rows.endsSection(i); i++) {
      if (!(rows.get(i).content() instanceof Row.Blank)) {
        end = i + 1;
      }
    }
    return new Cursor(rows, end);
  }

  /** Where new rows go: before the first section. */
  public Cursor start() {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).content() instanceof Row.Head) {
        return new Cursor(rows, i);
      }
    }
    return endOfAll();
  }

  /** Where new rows go: behind everything but what the tool remembers. */
  public Cursor endOfAll() {
    int at = rows.size();
    for (int i = rows.size() - 1; i >= 0 && !rows.saysSomething(i); i--) {
      at = i;
    }
    return new Cursor(rows, at);
  }
}
