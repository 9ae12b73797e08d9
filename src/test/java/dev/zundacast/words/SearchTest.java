package dev.zundacast.words;

import static org.assertj.core.api.Assertions.assertThat;

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
}
