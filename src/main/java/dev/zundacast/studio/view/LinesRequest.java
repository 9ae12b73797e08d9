package dev.zundacast.studio.view;

import dev.zundacast.script.ScriptChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of several lines, or of a section.
 *
 * @param action add, delete, move, duplicate, takeIn, leaveOut, approve, unapprove, voice, split,
 *     join, addSection, moveSection, deleteSection or nameSection; speak, mark and unmark leave the
 *     script as it is
 * @param text what a new line says, or the first half of one that is split
 * @param rest its second half
 * @param again whether lines are spoken although their sounds are there
 */
public record LinesRequest(
    @Nullable String action,
    @Nullable List<String> ids,
    @Nullable String before,
    @Nullable String section,
    @Nullable String text,
    @Nullable String title,
    @Nullable String rest,
    @Nullable String speaker,
    boolean again) {

  /** The lines that are named. */
  public List<String> lines() {
    return ids == null ? List.of() : ids.stream().map(LinesRequest::or).toList();
  }

  /** What is to be done, "" where it does not say. */
  public String name() {
    return or(action);
  }

  /** The change of the script, empty when this is none. */
  public Optional<ScriptChange> change() {
    return Optional.ofNullable(
        switch (name()) {
          case "add" -> new ScriptChange.Add(or(section), or(before), or(text));
          case "delete" -> new ScriptChange.Delete(lines());
          case "move" -> new ScriptChange.Move(lines(), or(section), or(before));
          case "duplicate" -> new ScriptChange.Duplicate(lines());
          case "takeIn" -> new ScriptChange.TakeIn(lines());
          case "leaveOut" -> new ScriptChange.LeaveOut(lines());
          case "approve" -> new ScriptChange.Approve(lines());
          case "unapprove" -> new ScriptChange.Unapprove(lines());
          case "voice" -> new ScriptChange.Speak(lines(), or(speaker));
          case "split" -> new ScriptChange.Split(id(0), or(text), or(rest));
          case "join" -> new ScriptChange.Join(id(0), id(1));
          case "addSection" -> new ScriptChange.AddSection(or(title), or(before), or(text));
          case "moveSection" -> new ScriptChange.MoveSection(or(section), or(before));
          case "deleteSection" -> new ScriptChange.DeleteSection(or(section));
          case "nameSection" -> new ScriptChange.NameSection(or(section), or(title));
          default -> null;
        });
  }

  private String id(int place) {
    return place < lines().size() ? lines().get(place) : "";
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
