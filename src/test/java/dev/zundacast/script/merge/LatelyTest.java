package dev.zundacast.script.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatelyTest {
  private final Lately<String> lately = new Lately<>();
  private final AtomicInteger makings = new AtomicInteger();

  @Test
  void whatIsMadeOfTheSameIsMadeOnce() throws IOException {
    assertThat(made("a", "one")).isEqualTo("one");
    assertThat(made("a", "one")).isEqualTo("one");
    assertThat(makings).hasValue(1);
  }

  @Test
  void whatIsMadeOfAnythingElseIsMadeAnew() throws IOException {
    assertThat(made("a", "one")).isEqualTo("one");
    assertThat(made("a", "two")).isEqualTo("two");
    assertThat(made("b", "two")).isEqualTo("two");
    assertThat(makings).hasValue(3);
  }

  @Test
  void filesThatNobodyLooksAtAnyMoreAreForgotten() throws IOException {
    for (String file : new String[] {"a", "b", "c", "d", "e", "a"}) {
      assertThat(made(file, "one")).isEqualTo("one");
    }
    assertThat(makings).hasValue(6);
  }

  private String made(String file, String source) throws IOException {
    return lately.of(
        Path.of(file),
        source,
        () -> {
          makings.incrementAndGet();
          return source;
        });
  }
}
