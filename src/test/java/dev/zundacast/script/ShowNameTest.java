package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Script.Disclosure;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowNameTest {
  private static Post titled(String title) {
    Post post = Examples.post(List.of(), List.of(Examples.article(1, "題")));
    return new Post(
        post.file(),
        title,
        "",
        "",
        post.date(),
        post.number(),
        List.of(),
        "",
        "",
        true,
        post.articles(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "朝やけ放送部 podcast 20260821,朝やけ放送部",
    "朝やけ放送部 podcast 20260821 ※試験配信中,朝やけ放送部",
    "朝やけ放送部 #12 時計の話,朝やけ放送部",
    "朝やけ放送部 第12回,朝やけ放送部",
    "朝やけ放送部 2026-08-21,朝やけ放送部",
    "朝やけ放送部 550,朝やけ放送部",
    "木の時計の作り方,夕焼け工房ラジオ",
    "#12 時計の話,夕焼け工房ラジオ",
  })
  void takesTheProgrammeFromTheTitle(String title, String show) {
    Post post = titled(title);
    assertThat(ScriptOptions.DEFAULTS.show(post, Examples.SHOW, Examples.voices()).title())
        .isEqualTo(show);
  }

  @Test
  void aProgrammeThatIsSetForTheDayOverrules() {
    ScriptOptions options =
        new ScriptOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Disclosure.OPENING,
            Map.of(DayOfWeek.FRIDAY, "金曜の番組"),
            Optional.empty(),
            Optional.empty());
    assertThat(options.show(titled("朝やけ放送部 #12"), Examples.SHOW, Examples.voices()).title())
        .isEqualTo("金曜の番組");
  }

  @Test
  void aVoiceMayHostAProgrammeOfItsOwn() {
    Voice host = Examples.voices().all().get(0);
    Voice hosting =
        new Voice(
            host.name(),
            host.aliases(),
            host.character(),
            host.style(),
            host.speech(),
            host.template(),
            host.credit(),
            host.parameters(),
            host.pauses(),
            host.morasPerSecond(),
            host.draft(),
            "ぼくの時間",
            host.profile());
    Voices voices = new Voices(List.of(Path.of("voices")), List.of(hosting));
    Post post = Examples.post(List.of(host.name()), List.of(Examples.article(1, "題")));
    assertThat(ScriptOptions.DEFAULTS.show(post, Examples.SHOW, voices).title()).isEqualTo("ぼくの時間");
  }
}
