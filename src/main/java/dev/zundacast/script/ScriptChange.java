package dev.zundacast.script;

import java.util.List;

/** A change to the lines and sections of a script, which {@link Scripts#change} makes. */
public sealed interface ScriptChange {

  /** The lines that sound otherwise afterwards. */
  default List<String> heardOtherwise() {
    return List.of();
  }

  /**
   * A new line.
   *
   * @param before the line that it goes before, "" for the section's end
   */
  record Add(String section, String before, String text) implements ScriptChange {}

  /** Lines go. */
  record Delete(List<String> ids) implements ScriptChange {}

  /**
   * Lines go to another place, in the order of the script.
   *
   * @param before the line that they go before, "" for the section's end
   */
  record Move(List<String> ids, String section, String before) implements ScriptChange {}

  /** Each line stands there once more, behind itself. */
  record Duplicate(List<String> ids) implements ScriptChange {}

  /** Sentences that stand as comments are said. */
  record TakeIn(List<String> ids) implements ScriptChange {}

  /** Lines become comments, which can be taken in again. */
  record LeaveOut(List<String> ids) implements ScriptChange {}

  /** Lines are right as they are now. */
  record Approve(List<String> ids) implements ScriptChange {}

  /** Lines are no longer approved. */
  record Unapprove(List<String> ids) implements ScriptChange {}

  /** One voice says all of these lines: a name, or {@code name/style}. */
  record Speak(List<String> ids, String speaker) implements ScriptChange {
    @Override
    public List<String> heardOtherwise() {
      return ids;
    }
  }

  /**
   * A line becomes two.
   *
   * @param first what the line says from now on
   * @param rest what the new one below it says
   */
  record Split(String id, String first, String rest) implements ScriptChange {
    @Override
    public List<String> heardOtherwise() {
      return List.of(id);
    }
  }

  /** What the next line says is said by this one. */
  record Join(String id, String next) implements ScriptChange {
    @Override
    public List<String> heardOtherwise() {
      return List.of(id);
    }
  }

  /** A text becomes another one wherever it is written, but in approved lines. */
  record Replace(String find, String with) implements ScriptChange {}

  /** A word is read like this wherever it stands in these lines without a reading. */
  record Read(List<String> ids, String word, String reading) implements ScriptChange {}

  /** What becomes of a line, or a section's title, whose post says something else now. */
  record Decide(String id, Words use) implements ScriptChange {}

  /** Whose words are said. */
  enum Words {
    /** The person's, as they stand in the script. */
    OWN,
    /** The post's, as it says them now. */
    POST
  }

  /**
   * A new section with a line.
   *
   * @param before the section that it goes before, "" for the end
   */
  record AddSection(String title, String before, String text) implements ScriptChange {}

  /** A section goes before another one, "" for the end. */
  record MoveSection(String id, String before) implements ScriptChange {}

  /** A section goes with all its lines. */
  record DeleteSection(String id) implements ScriptChange {}

  /** A section is called otherwise. */
  record NameSection(String id, String title) implements ScriptChange {}
}
