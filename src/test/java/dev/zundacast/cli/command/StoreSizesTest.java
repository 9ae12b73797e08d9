package dev.zundacast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreSizesTest {
  @Test
  void sizesAreReadAndWrittenInStepsOfAThousand() {
    assertThat(StoreCommand.size("1.5 gb")).isEqualTo(1_500_000_000L);
    assertThat(StoreCommand.size("0")).isZero();
    assertThat(StoreCommand.words(1_234_567)).isEqualTo("1.2 MB");
    assertThat(StoreCommand.words(999)).isEqualTo("999 B");
  }
}
