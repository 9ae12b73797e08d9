package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
  private final List<float[]> told = new ArrayList<>();
  private final Announcement announcement = new Announcement(told::add);
  private final float[] cells = {1, 2};

  @Test
  void whatIsKnownEarlyIsToldWhenTheEncoderIsUnderWay() {
    announcement.know(cells);
    assertThat(told).isEmpty();
    announcement.underWay();
    assertThat(told).containsExactly(cells);
  }

  @Test
  void whatIsKnownLateIsToldAtOnce() {
    announcement.underWay();
    assertThat(told).isEmpty();
    announcement.know(cells);
    assertThat(told).containsExactly(cells);
  }
}
