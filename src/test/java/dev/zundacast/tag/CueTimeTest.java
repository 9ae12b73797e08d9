package dev.zundacast.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueTimeTest {
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
    assertThat(CueTime.append(new StringBuilder(), millis, '.')).hasToString(shown);
  }

  @Test
  void theDigitsAreThoseOfAFormat() {
    for (long millis = 0; millis < 40_000_000; millis += 9_973) {
      String format =
          String.format(
              Locale.ROOT,
              "%02d:%02d:%02d,%03d",
              millis / 3_600_000,
              millis / 60_000 % 60,
              millis / 1000 % 60,
              millis % 1000);
      assertThat(CueTime.append(new StringBuilder(), millis, ',')).hasToString(format);
    }
  }
}
