package dev.zundacast.script;

import static dev.zundacast.script.Examples.SHOW;
import static dev.zundacast.script.Examples.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.testkit.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person and a post change at random, round after round; no edit is lost, what was deleted stays
 * deleted, ids keep their lines, and running again changes nothing.
 */
class MergeRoundsTest {
  private static final int SHOWS = Damage.rounds(2, 40);
  private static final int ROUNDS = 10;
  private static final int REPEATS = Damage.rounds(1, 10);
  private static final Scripts SCRIPTS = Examples.scripts();

  @TempDir Path folder;

  @Test
  void losesNoEditWhateverHappens() throws IOException {
    for (int seed = 0; seed < SHOWS; seed++) {
      new Round(seed).run();
    }
  }

  @Test
  void otherWordsInLinesLeaveNothingToDo() throws IOException {
    for (int seed = 0; seed < SHOWS; seed++) {
      new Round(seed).runWithOtherWords();
    }
  }

  /** One show's script through its rounds. */
  private final class Round {
    private final Random random;
    private final Path file;
    private final String name;
    private final List<List<String>> articles = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();

    /** What a person wrote: it must stand in the file for ever, as a line or as a comment. */
    private final Set<String> edits = new HashSet<>();

    /** Sentences whose line a person deleted: they must not come back. */
    private final Set<String> deleted = new HashSet<>();

    private int counter;

    Round(int seed) {
      this.random = new Random(seed);
      this.name = "show " + seed;
      this.file = folder.resolve(seed + ".txt");
      for (int i = 0; i < 3; i++) {
        newArticle();
      }
    }

    private void newArticle() {
      List<String> sentences = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        sentences.add(newSentence());
      }
      int at = random.nextInt(articles.size() + 1);
      articles.add(at, sentences);
      titles.add(at, "題" + counter++);
    }

    private String newSentence() {
      int number = counter++;
      String[] things = {"時計", "川", "山", "犬", "灯台", "工房", "地図", "電車"};
      String[] deeds = {"直します", "描きました", "眺めません", "渡りましょう", "数えています"};
      String thing = things[random.nextInt(things.length)];
      return number + "番の" + thing + "を" + deeds[random.nextInt(deeds.length)] + "。";
    }

    void run() throws IOException {
      save();
      for (int round = 0; round < ROUNDS; round++) {
        person();
        Map<String, List<String>> order = order();
        if (random.nextBoolean()) {
          post();
        }
        save();
        check(order);
      }
    }

    /** Builds rely on this: the same post and the same lines in other words need no update. */
    void runWithOtherWords() throws IOException {
      save();
      for (int round = 0; round < ROUNDS; round++) {
        person();
        post();
        save();
        List<String> rows = new ArrayList<>(Files.readString(file).lines().toList());
        rows.replaceAll(
            row -> row.startsWith("[a") && random.nextInt(3) == 0 ? row + "手直しなのだ。" : row);
        for (int row = rows.size() - 1; row >= 0; row--) {
          if (rows.get(row).startsWith("[a")
              && end(rows, row) == row + 1
              && random.nextInt(5) == 0) {
            rows.add(row + 1, "  > よみなおし。");
          }
        }
        Files.writeString(file, String.join("\n", rows) + "\n");
        ScriptUpdate update = SCRIPTS.of(current(), SHOW, file, ScriptOptions.DEFAULTS).update();
        assertThat(update.diff()).as(name).isEmpty();
        assertThat(update.notes()).as(name).isEmpty();
      }
    }

    private dev.zundacast.episode.Post current() {
      List<Article> list = new ArrayList<>();
      for (int i = 0; i < articles.size(); i++) {
        List<Block> blocks = new ArrayList<>();
        List<String> sentences = articles.get(i);
        int middle = sentences.size() / 2;
        blocks.add(paragraph(String.join("", sentences.subList(0, middle))));
        blocks.add(paragraph(String.join("", sentences.subList(middle, sentences.size()))));
        String key = sentences.isEmpty() ? "-" : titles.get(i);
        list.add(new Article(i + 1, key, key, "https://example.com/" + key, 1, "", blocks, ""));
      }
      return Examples.post(List.of("ずんだもん"), list);
    }

    private void save() throws IOException {
      ScriptUpdate update = SCRIPTS.of(current(), SHOW, file, ScriptOptions.DEFAULTS).update();
      SCRIPTS.save(update);
      String text = Files.readString(file);
      for (int again = 0; again < REPEATS; again++) {
        ScriptUpdate next = SCRIPTS.of(current(), SHOW, file, ScriptOptions.DEFAULTS).update();
        SCRIPTS.save(next);
        assertThat(next.diff()).as(name + ": running again").isEmpty();
        assertThat(next.notes()).as(name).isEmpty();
        assertThat(Files.readString(file)).as(name).isEqualTo(text);
      }
    }

    /** The ids of each section in the order that the person left. */
    private Map<String, List<String>> order() throws IOException {
      Map<String, List<String>> order = new TreeMap<>();
      for (Section section : SCRIPTS.open(file).script().sections()) {
        order.put(section.id(), section.lines().map(Line::id).toList());
      }
      return order;
    }

    private void person() throws IOException {
      for (int i = random.nextInt(6); i >= 0; i--) {
        List<String> rows = new ArrayList<>(Files.readString(file).lines().toList());
        List<Integer> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
          if (rows.get(row).startsWith("[a")) {
            lines.add(row);
          }
        }
        if (lines.isEmpty()) {
          return;
        }
        change(rows, lines, lines.get(random.nextInt(lines.size())));
        Files.writeString(file, String.join("\n", rows) + "\n");
      }
    }

    private void change(List<String> rows, List<Integer> lines, int row) {
      String text = rows.get(row).substring(rows.get(row).indexOf(']') + 2);
      String head = rows.get(row).substring(0, rows.get(row).indexOf(']'));
      String edit = "手直し" + counter++ + "号なのだ。";
      switch (random.nextInt(6)) {
        case 0 -> {
          rows.set(row, head + "] " + edit);
          replaced(text, edit);
        }
        case 1 -> {
          rows.set(row, head + "] " + text + edit);
          replaced(text, text + edit);
        }
        case 2 -> {
          List<String> moved = List.copyOf(rows.subList(row, end(rows, row)));
          int target = lines.get(random.nextInt(lines.size()));
          rows.addAll(target, moved);
          int from = target <= row ? row + moved.size() : row;
          rows.subList(from, from + moved.size()).clear();
        }
        case 3 -> {
          if (!edits.remove(text) && !text.contains("タイトル")) {
            deleted.add(text);
          }
          if (end(rows, row) > row + 1) {
            edits.remove(rows.get(row + 1).substring(4));
          }
          rows.subList(row, end(rows, row)).clear();
        }
        case 4 -> {
          rows.add(end(rows, row), edit);
          edits.add(edit);
        }
        default -> {
          if (end(rows, row) == row + 1) {
            rows.add(row + 1, "  > " + edit);
            edits.add(edit);
          }
        }
      }
    }

    /** Behind a line and what is spoken for it. */
    private int end(List<String> rows, int row) {
      return row + 1 < rows.size() && rows.get(row + 1).startsWith("  >") ? row + 2 : row + 1;
    }

    private void replaced(String old, String edit) {
      edits.remove(old);
      edits.add(edit);
    }

    private void post() {
      List<String> sentences = articles.get(random.nextInt(articles.size()));
      switch (random.nextInt(6)) {
        case 5 -> {
          int from = random.nextInt(articles.size());
          int to = random.nextInt(articles.size());
          articles.add(to, articles.remove(from));
          titles.add(to, titles.remove(from));
        }
        case 0 -> sentences.add(random.nextInt(sentences.size() + 1), newSentence());
        case 1 -> {
          if (sentences.size() > 2) {
            sentences.remove(random.nextInt(sentences.size()));
          }
        }
        case 2 -> sentences.set(random.nextInt(sentences.size()), newSentence());
        case 3 -> {
          int at = random.nextInt(sentences.size());
          sentences.set(at, sentences.get(at).replace("番の", "番めの"));
        }
        default -> {
          if (random.nextInt(4) == 0) {
            newArticle();
          }
        }
      }
    }

    private void check(Map<String, List<String>> order) throws IOException {
      String text = Files.readString(file);
      assertThat(edits).as(name).allSatisfy(edit -> assertThat(text).contains(edit));
      Script script = SCRIPTS.open(file).script();
      List<String> said = script.lines().map(Line::written).toList();
      assertThat(said).as(name + ": deleted").noneMatch(deletedForEver()::contains);
      assertThat(script.lines().map(Line::id)).doesNotHaveDuplicates();
      for (Section section : script.sections()) {
        List<String> now = new ArrayList<>(section.lines().map(Line::id).toList());
        List<String> before = new ArrayList<>(order.getOrDefault(section.id(), List.of()));
        now.retainAll(before);
        before.retainAll(now);
        if (section.kind() != Section.Kind.RECAP || isPersons(section)) {
          assertThat(now).as(name + ": order of " + section.id()).isEqualTo(before);
        }
      }
    }

    /** Whether a person wrote in it; else a recap follows the order of the articles. */
    private boolean isPersons(Section section) {
      return section.lines().map(Line::written).anyMatch(edits::contains);
    }

    /** What a person deleted and did not write again. */
    private Set<String> deletedForEver() {
      Set<String> gone = new HashSet<>(deleted);
      gone.removeAll(edits);
      return gone;
    }
  }
}
