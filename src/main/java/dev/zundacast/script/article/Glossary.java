package dev.zundacast.script.article;

import dev.zundacast.script.speech.Rules;
import dev.zundacast.script.speech.Table;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of glossary.tsv, and what each is. Safe for many threads. */
public final class Glossary {
  /** So many days pass before a word is explained again. */
  private static final int REST = 20;

  /** Who explains more in one episode teaches a lesson. */
  private static final int MOST = 3;

  /** What an article says less often is not what it is about. */
  private static final int OFTEN = 3;

  private final Rules rules;
  private final Map<String, String> words = new LinkedHashMap<>();

  /** The show's own words, and behind them the program's. */
  public Glossary(List<Path> folders, Rules rules) {
    this.rules = rules;
    for (Table.Row row : Table.beside(folders, "glossary.tsv").rows()) {
      words.putIfAbsent(row.cell(0), row.cell(1));
    }
  }

  /** The explanations of one episode. Lives for one draft. */
  public Episode of(long day) {
    return new Episode(day);
  }

  /** What has been explained so far. */
  public final class Episode {
    private final long day;
    private final Set<String> explained = new HashSet<>();
    private final Set<String> heard = new HashSet<>();

    private Episode(long day) {
      this.day = day;
    }

    /**
     * A sentence that explains a word of a statement; empty where it has none that is heard for the
     * first time, or its article explains it.
     *
     * @param article all of the article's text
     * @param hasRoom whether anything may be said behind the statement
     */
    public Optional<String> explains(Statement statement, String article, boolean hasRoom) {
      List<String> fresh =
          words.keySet().stream()
              .filter(it -> isIn(it, statement.written()))
              .filter(heard::add)
              .toList();
      return fresh.stream()
          .filter(it -> hasRoom && explained.size() < MOST)
          .filter(it -> Math.floorMod(it.hashCode() + day, REST) == 0)
          .filter(it -> !isTold(it, article))
          .filter(it -> article.split(Pattern.quote(it), -1).length > OFTEN)
          .filter(explained::add)
          .findFirst()
          .map(it -> it + "は、" + words.get(it) + "です。");
    }

    private boolean isTold(String word, String article) {
      int at = article.indexOf(word);
      while (at >= 0 && !rules.finds("term-told", article.substring(at + word.length()))) {
        at = article.indexOf(word, at + 1);
      }
      return at >= 0;
    }

    private boolean isIn(String word, String text) {
      int at = text.indexOf(word);
      int end = at + word.length();
      return at >= 0
          && !isSame(word.charAt(0), at == 0 ? ' ' : text.charAt(at - 1))
          && !isSame(word.charAt(word.length() - 1), end == text.length() ? ' ' : text.charAt(end));
    }

    /** Whether a letter beside a word makes it another word: スケーリング is no スケーリング則. */
    private static boolean isSame(char own, char beside) {
      Character.UnicodeScript script = Character.UnicodeScript.of(beside);
      return Character.isLetterOrDigit(beside)
          && (Character.UnicodeScript.of(own) == script
              || (own > '\u024f' && script == Character.UnicodeScript.HAN));
    }
  }
}
