package dev.zundacast.script.merge;

import dev.zundacast.episode.Section;
import java.util.List;

/**
 * What the tool would have the narrator say, before it meets the script file that is there.
 *
 * @param chapters in the order of the episode
 */
public record ScriptDraft(List<Chapter> chapters) {

  public ScriptDraft {
    chapters = List.copyOf(chapters);
  }

  /**
   * A section to be.
   *
   * @param source the article's address, "" where there is none
   * @param lines in their order
   * @param remarks comments below the lines of a new section
   */
  public record Chapter(
      Section.Kind kind, String title, String source, List<Said> lines, List<String> remarks) {

    public Chapter {
      lines = List.copyOf(lines);
      remarks = List.copyOf(remarks);
    }

    /** Who reads it: the speaker of its first line, "" for the script's. */
    public String reader() {
      return lines.isEmpty() ? "" : lines.get(0).speaker();
    }

    /** Whether a language model's words are among it. */
    public boolean isRewritten() {
      return lines.stream().anyMatch(said -> said.role() == Role.REWRITTEN);
    }

    /** What tells this section from the others whatever it is called. */
    public String identity() {
      if (kind != Section.Kind.ARTICLE) {
        return kind.word();
      }
      return source.isEmpty() ? title : source;
    }
  }

  /** Why a line stands in its section. */
  public enum Role {
    /** Announces the section's title. */
    TITLE,
    /** Everything else that is said. */
    TEXT,
    /** Said in the words of a language model; the rule tells which sentences they come from. */
    REWRITTEN,
    /** Left out to keep the article short. */
    LEFT_OUT
  }

  /**
   * A line to be.
   *
   * @param source the sentence or template row that it is made from
   * @param text what the narrator says
   * @param speaker "" for the script's speaker
   * @param paragraph lines with the same number stand without an empty row between them
   * @param rules the rows of tables and templates that made it so
   */
  public record Said(
      String source, String text, String speaker, Role role, int paragraph, List<String> rules) {

    public Said {
      rules = List.copyOf(rules);
    }

    /** The same in another place. */
    public Said as(Role other) {
      return new Said(source, text, speaker, other, paragraph, rules);
    }
  }
}
