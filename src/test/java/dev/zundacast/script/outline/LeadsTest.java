package dev.zundacast.script.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeadsTest {
  private static Point point(Point.Kind kind, String text) {
    return new Point(text, text, kind, 0, 0, -1, -1, "", "", List.of());
  }

  private static List<String> said(String... headings) {
    Leads leads = new Leads();
    return List.of(headings).stream()
        .map(it -> leads.said(point(Point.Kind.HEAD, it), it))
        .toList();
  }

  @Test
  void nothingGoesOnFromNoPart() {
    assertThat(said("続いて、歯車の話なのだ。", "続いて、油の話なのだ。")).containsExactly("さて、歯車の話なのだ。", "続いて、油の話なのだ。");
  }

  @Test
  void noTwoPartsBeginAlike() {
    assertThat(said("続いて、歯車の話なのだ。", "さて、油の話なのだ。", "ここからは、針の話なのだ。", "まずは、箱からなのだ。"))
        .containsExactly("さて、歯車の話なのだ。", "ここからは、油の話なのだ。", "今度は、針の話なのだ。", "まずは、箱からなのだ。");
  }

  @Test
  void aSentenceStaysAsItIs() {
    Leads leads = new Leads();
    assertThat(leads.said(point(Point.Kind.SENTENCE, "続いて、針を磨くのだ。"), "続いて、針を磨くのだ。"))
        .isEqualTo("続いて、針を磨くのだ。");
  }
}
