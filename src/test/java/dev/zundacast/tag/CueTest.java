package dev.zundacast.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.tag.Sidecars.Cue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueTest {
  @ParameterizedTest
  @CsvSource({
    "0, 00:00:00.000",
    "7, 00:00:00.007",
    "59999, 00:00:59.999",
    "60000, 00:01:00.000",
    "3599999, 00:59:59.999",
    "3723045, 01:02:03.045",
    "363723450, 101:02:03.450"
  })
  void millisecondsAreShownWithHoursMinutesAndSeconds(long millis, String shown) {
    assertThat(Cue.times(millis, 0, '.')).isEqualTo(shown + " --> 00:00:00.000");
  }
}
