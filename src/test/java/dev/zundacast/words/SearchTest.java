package dev.zundacast.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final List<String> TABLES =
      List.of("kinds.tsv", "closings.tsv", "nanoda-endings.tsv");

  private static final int TEXTS = 200;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "時計|歯車",
        "^時計|歯車$",
        "^(?:時|歯)",
        "(?:時計|歯車)。?$",
        "(?:時計|)歯",
        "時?計",
        "時{0,2}計",
        "時{2}計",
        "時{2,}計$",
        "時*+計",
        "時+?計$",
        "(?<=時)計",
        "(?<!時)計|車",
        "(?=車)",
        "(?!時)計",
        "時(?!)|車",
        "(?!)",
        "",
        "$",
        "^",
        "[時車]計",
        "[^時]計",
        "[あ-ん]計",
        "[あ-ん&&[^か]]時",
        "[時&&[^計]]",
        "[]時]計",
        "[^]時]計",
        "[時\\]]計",
        "[!-\\]]時",
        "[\\[-\\]]時",
        "(時)?\\1計",
        "[時-]計",
        "[\\d時]計",
        "\\d+計",
        "\\s計",
        "\\w計",
        "\\W計",
        "\\b時",
        "\\.計|\\|",
        "\\p{IsHan}計",
        "(?i)a時",
        "(時)\\1計",
        "(?<x>時)計",
        "時.計$",
        ".$",
        "𠮷計|𠮷?車",
        "[𠮷時]計$",
        "[\\p{IsHan}か]計",
        "[ぁ-\\u3096]計",
        "[あ-\\x{30FF}]計",
        "[!-\\x7E]計",
        "時\\z",
        "車\\Z",
        "\\u6642計",
        "\\Q時|計\\E",
        "時計$|車",
        "^[^車]*時|計。?$",
        "^時|^車|計$|輪",
        "\\x41時|[\\x{6642}-車]計",
        "[\\x20-\\x7E]計|^\\x{8eca}",
        "(?=.*計)時",
        "^(?=[^時]*車)[^計]+",
        "(?=時)?計",
        "(?=時|車)[^a]*計",
        "時[^車]*計|歯[^車]*",
        "(?i)ai|[b-d]x|時A",
        "(?i)\\x41時",
        "時(?i)a",
        "[\\p{IsKatakana}ー]計",
        "\\p{IsKatakana}{2}",
        "[^\\p{IsKatakana}]計|\\P{IsKatakana}車",
        "{1}か",
        "か{1}時"
      })
  void findsWhatTheExpressionFinds(String regex) {
    compare(regex);
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void findsWhatTheTablesDescribe(String regex) {
    compare(regex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"時計|歯車", "(?:時計)?車", "(?<=針)時", "[時計]|車(?!)", "^時|車$", "\\x41計", "(?:動く|回る)。?$"})
  void knowsWhereNoMatchBegins(String regex) {
    for (MatchStart start : MatchStartReader.read(regex)) {
      assertThat(start.next("猫猫", 0)).as(start.toString()).isGreaterThan(2);
      assertThat(start.next("犬猫犬", 1)).as(start.toString()).isGreaterThan(3);
    }
  }

  private static void compare(String regex) {
    Pattern pattern = Pattern.compile(regex);
    Search search = Search.of(regex);
    Random random = new Random(regex.hashCode());
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random, regex);
      Matcher matcher = pattern.matcher(text);
      Optional<String> expected = matcher.find() ? Optional.of(places(matcher)) : Optional.empty();
      assertThat(search.first(text).map(SearchTest::places))
          .as("%s in %s", regex, text)
          .isEqualTo(expected);
      assertThat(search.in(text)).isEqualTo(expected.isPresent());
      assertThat(search.all(text))
          .as("%s in %s", regex, text)
          .isEqualTo(pattern.matcher(text).results().map(MatchResult::group).toList());
    }
  }

  private static String places(MatchResult match) {
    return match.start() + "-" + match.end() + " " + match.group();
  }

  /** Pieces of the expression itself and other characters, so that there is much to find. */
  private static String text(Random random, String regex) {
    List<String> pieces =
        new ArrayList<>(
            List.of("時", "計", "歯車", "か", "カー", "ｱ", "a", "A", "7", " ", "𠮷", "]", "。"));
    for (String piece : regex.split("[\\\\()\\[\\]|?*+^$<!=:{}]+")) {
      pieces.add(piece);
      pieces.add(piece);
    }
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.append(random.nextInt(6) == 0 ? "\r\n" : random.nextInt(4) == 0 ? "。" : "")
        .toString();
  }

  static List<String> expressions() throws IOException {
    List<String> all = new ArrayList<>();
    for (String table : TABLES) {
      try (InputStream in =
          SearchTest.class.getResourceAsStream("/dev/zundacast/script/speech/" + table)) {
        String rows = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        rows.lines()
            .filter(row -> !row.startsWith("#"))
            .flatMap(row -> Pattern.compile("\t").splitAsStream(row).skip(1))
            .filter(SearchTest::isExpression)
            .forEach(all::add);
      }
    }
    return all;
  }

  private static boolean isExpression(String cell) {
    try {
      return cell.length() > 3 && !Pattern.compile(cell).pattern().isEmpty();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
