package dev.zundacast.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DateRuleTest {
  private static final String SENT = "2026-03-02 05:00:00 +0900";

  @TempDir Path folder;

  private List<String> said(String date, boolean future, String now) throws IOException {
    Path post = SampleSite.in(folder).post(1, 1);
    Files.writeString(post, Files.readString(post).replace(SENT, date));
    List<String> said = new ArrayList<>();
    CheckedPost checked =
        new CheckedPost(
            FrontMatter.read(post),
            Optional.of(Posts.read(post)),
            Shows.find(post, Optional.empty()),
            new Shows.Publishing("", future),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    new FrontMatterRule(InstantSource.fixed(Instant.parse(now)))
        .checkDate(checked, at -> said.add(at.line() + " " + at.message()));
    return said;
  }

  @Test
  void aLaterDateIsLeftOutUnlessTheSiteAsksForIt() throws IOException {
    assertThat(said(SENT, false, "2026-03-01T20:00:01Z")).isEmpty();
    assertThat(said(SENT, false, "2026-03-01T19:59:59Z"))
        .containsExactly("6 Jekyll leaves the post out until 2026-03-02T05:00+09:00");
    assertThat(said(SENT, true, "2026-03-01T19:59:59Z")).isEmpty();
  }

  @Test
  void aTimeWithoutItsOffsetIsAnotherTime() throws IOException {
    assertThat(said("2026-03-02 05:00:00", true, "2026-03-03T00:00:00Z"))
        .containsExactly(
            "6 the date has no offset, and Jekyll takes it for another time than that of Japan");
    assertThat(said("2026-03-02", true, "2026-03-03T00:00:00Z")).isEmpty();
  }

  @Test
  void anotherDayThanTheNamesIsFound() throws IOException {
    assertThat(said("2026-03-03 05:00:00 +0900", true, "2026-03-04T00:00:00Z"))
        .containsExactly("6 the date is 2026-03-03, the file's name says 2026-03-02");
  }
}
