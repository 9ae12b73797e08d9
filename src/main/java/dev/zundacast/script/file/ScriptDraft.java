package dev.zundacast.script.file;

import dev.zundacast.episode.Script.Disclosure;
import dev.zundacast.episode.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tool would have the narrator say, before it meets the script file that is there.
 *
 * @param chapters in the order of the episode
 */
public record ScriptDraft(List<Chapter> chapters) {

  /** Whether it tells listeners that the voice is artificial. */
  public boolean isDisclosed() {
    return chapters.stream()
        .anyMatch(
            it -> it.lines().stream().anyMatch(one -> Disclosure.isSaid(it.kind(), one.text())));
  }

  /**
   * The same with lines that tell so: behind the greeting, or before the goodbye. Where there is
   * none, they are all that is said there.
   */
  public ScriptDraft with(Disclosure where, List<DraftLine> told) {
    List<Chapter> all = new ArrayList<>(chapters);
    all.replaceAll(it -> where.isIn(it.kind()) ? it.with(told) : it);
    if (!told.isEmpty() && all.stream().noneMatch(it -> where.isIn(it.kind()))) {
      boolean last = where == Disclosure.CLOSING;
      Section.Kind kind = last ? Section.Kind.CLOSING : Section.Kind.OPENING;
      all.add(last ? all.size() : 0, new Chapter(kind, "", "", told, List.of()));
    }
    return new ScriptDraft(all);
  }

  /**
   * A section to be.
   *
   * @param source the article's address, "" where there is none
   * @param lines in their order
   * @param remarks comments below the lines of a new section
   */
  public record Chapter(
      Section.Kind kind, String title, String source, List<DraftLine> lines, List<String> remarks) {

    private Chapter with(List<DraftLine> told) {
      List<DraftLine> all = new ArrayList<>(lines);
      all.addAll(kind == Section.Kind.CLOSING ? all.size() - 1 : 1, told);
      return new Chapter(kind, title, source, all, remarks);
    }

    /** Who reads it: the speaker of its first line, "" for the script's. */
    public String reader() {
      return lines.isEmpty() ? "" : lines.get(0).speaker();
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
    /** Said in a narration, with the sentences that it comes from as the rule. */
    NARRATED,
    /** Joins lines that nobody touched; what a person has made of its part stays as it is. */
    OFFERED,
    /** Left out to keep the article short. */
    LEFT_OUT,
    /** Said by the title: it stands in the script only where a person has written it. */
    TOLD
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
  public record DraftLine(
      String source, String text, String speaker, Role role, int paragraph, List<String> rules) {

    /** Whether it is not heard. */
    public boolean isSilent() {
      return role == Role.LEFT_OUT || role == Role.TOLD;
    }

    /** The same in another place. */
    public DraftLine as(Role other) {
      return new DraftLine(source, text, speaker, other, paragraph, rules);
    }
  }
}
