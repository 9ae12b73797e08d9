package dev.zundacast.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SearchTest {
  @Test
  void aMatchAtAPlaceSeesWhatStandsBeforeAndBehindIt() {
    assertThat(Search.of("(?<=時)計(?=。)").at("時計。", 1)).isPresent();
    assertThat(Search.of("(?<!時)計").at("時計。", 1)).isEmpty();
    assertThat(Search.of("^計").at("時計。", 1)).isEmpty();
    assertThat(Search.of("計").at("計時計", 1)).isEmpty();
  }

  @Test
  void allMatchesComeInTheTextsOrder() {
    assertThat(Search.of("時計|歯車").all("歯車と時計と歯車")).containsExactly("歯車", "時計", "歯車");
    assertThat(Search.of("時計").first("歯車")).isEmpty();
  }

  @Test
  void theWordsThatAnExpressionNeedsAreKnownBeforeItIsTried() {
    assertThat(Search.of("時計|歯車").needs()).containsExactlyInAnyOrder("時計", "歯車");
    assertThat(Search.of("^(?:白い)?時計は?").needs()).containsExactly("時計");
    assertThat(Search.of("(?<=[つ個])の箱(?!を)").needs()).containsExactly("の箱");
    assertThat(Search.of("\\p{IsHan}{2}箱\\.(?:開|閉)けた").needs()).containsExactly("箱.");
    assertThat(Search.of("(?:箱|)").needs()).isEmpty();
    assertThat(Search.of("箱|[^白]").needs()).isEmpty();
    assertThat(Search.of("(?i)box").needs()).isEmpty();
    assertThat(Search.of("\\x41箱").needs()).isEmpty();
  }

  @Test
  void whatIsFoundIsWhatTheExpressionFinds() {
    List<String> expressions =
        List.of(
            "箱{2}",
            "箱{0,2}$",
            "箱?白+",
            "(?:箱|白){0}い",
            "(?<名>箱)\\k<名>".replace("名", "n"),
            "[箱\\]]白",
            "[^]箱]い",
            "[箱&&[^白]]い",
            "(?!箱)白",
            "(?<!箱)い|空$",
            "(?:箱(?=白)|い)。?",
            "\\{箱\\}",
            "\\Q箱\\E",
            "箱*",
            "(?=.*い)箱");
    List<String> texts = List.of("", "箱", "箱箱", "白い箱", "箱白", "箱い。", "空", "]白", "{箱}", "い", "箱白い");
    for (String expression : expressions) {
      for (String text : texts) {
        assertThat(Search.of(expression).in(text))
            .as("%s in %s", expression, text)
            .isEqualTo(Pattern.compile(expression).matcher(text).find());
      }
    }
  }
}
