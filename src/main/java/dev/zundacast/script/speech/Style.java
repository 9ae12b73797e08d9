package dev.zundacast.script.speech;

import dev.zundacast.message.Message;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A way of speaking: one table.
 *
 * @param outputs by the ending's name, what is said
 * @param joins by the word that follows a polite form inside a sentence, what is said for it
 * @param tidies by what a sentence ends with, what it is contracted to
 * @param keepsPolite whether polite forms inside a sentence stay, which else become plain
 * @param keepsHumble whether humble verbs stay, which else become everyday ones
 */
record Style(
    Map<String, String> outputs,
    Map<String, String> joins,
    Map<String, String> tidies,
    boolean keepsPolite,
    boolean keepsHumble) {

  static Style of(Table table, Set<String> names) {
    Map<String, String> outputs = new HashMap<>();
    Map<String, String> joins = new HashMap<>();
    Map<String, String> tidies = new LinkedHashMap<>();
    Map<String, Boolean> kept = new HashMap<>();
    for (Table.Row row : table.rows()) {
      switch (row.cell(0)) {
        case "join" -> joins.putIfAbsent(row.cell(1), row.cell(2));
        case "tidy" -> tidies.putIfAbsent(row.cell(1), row.cell(2));
        case "middle", "humble" -> kept.putIfAbsent(row.cell(0), keeps(row));
        default -> {
          if (!names.contains(row.cell(0))) {
            String known = String.join(", ", names);
            throw Table.wrong(row, Message.of("speech.unknownEnding", row.cell(0), known));
          }
          outputs.putIfAbsent(row.cell(0), row.cell(1));
        }
      }
    }
    return new Style(
        outputs,
        joins,
        tidies,
        kept.getOrDefault("middle", false),
        kept.getOrDefault("humble", false));
  }

  private static boolean keeps(Table.Row row) {
    return switch (row.cell(1)) {
      case "keep" -> true;
      case "drop" -> false;
      default -> throw Table.wrong(row, Message.of("speech.keepOrDrop", row.cell(0)));
    };
  }

  Optional<String> output(String ending) {
    return Optional.ofNullable(outputs.get(ending));
  }
}
