package dev.zundacast.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.Yaml;
import dev.zundacast.message.Message;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SiteConfigTest {
  private static Map<String, String> values(String yaml) {
    return SiteConfig.values(new Yaml(Path.of("_config.yml"), yaml, 1, Message.NONE).root());
  }

  @Test
  void textsStayAsTheyAreWritten() {
    assertThat(
            values(
                "title: 0079\n"
                    + "since: 2024-04-01\n"
                    + "url: \"https://mame.example\"\n"
                    + "sub: |\n"
                    + "  a\n"
                    + "  b\n"))
        .containsEntry("title", "0079")
        .containsEntry("since", "2024-04-01")
        .containsEntry("url", "https://mame.example")
        .containsEntry("sub", "a\nb\n");
  }

  @Test
  void whatIsSwitchedOnIsTrueInAllSpellings() {
    assertThat(values("a: yes\nb: Off\nc: TRUE\nd: 'false'\n"))
        .isEqualTo(Map.of("a", "true", "c", "true", "d", "false"));
  }

  @Test
  void whatHasNoValueIsLeftOut() {
    assertThat(values("a: 1\na:\nb: ~\n~: c\n")).isEmpty();
    assertThat(values("")).isEmpty();
    assertThat(values("- a\n- b\n")).isEmpty();
    assertThat(values("just text")).isEmpty();
  }

  @Test
  void mergedMapsGiveWhatTheMapItselfDoesNot() {
    String yaml =
        """
        one: &one {name: 枝豆, color: green}
        two: &two {name: そら豆, size: large}
        both:
          <<: [*one, *two]
          color: white
        """;
    assertThat(values(yaml))
        .containsEntry("both.name", "枝豆")
        .containsEntry("both.color", "white")
        .containsEntry("both.size", "large");
  }

  @Test
  void aMapTakesThePlaceOfTheWholeMergedOne() {
    String yaml =
        """
        base: &base
          actors: {mame: {name: 枝豆}}
        site:
          <<: *base
          actors: {zunda: {name: ずんだ}}
        """;
    assertThat(values(yaml))
        .containsEntry("site.actors.zunda.name", "ずんだ")
        .doesNotContainKeys("site.actors.mame", "site.actors.mame.name");
  }

  @Test
  void mapsInsideThemselvesEnd() {
    assertThat(values("a: &a\n  name: 豆\n  self: *a\n")).containsEntry("a.name", "豆");
    assertThat(values("a: &a {b: *a, c: *a, d: *a, e: *a}\n")).containsEntry("a.b.c", "");
  }

  @Test
  void listsAreThereWithoutWhatTheyHold() {
    assertThat(values("actors: {mame: [x]}\n")).isEqualTo(Map.of("actors", "", "actors.mame", ""));
  }

  @Test
  void aTagOfAnotherLanguageIsAText() {
    assertThat(values("title: !ruby/symbol mame\n")).isEqualTo(Map.of("title", "mame"));
  }
}
