package dev.zundacast.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.Yaml;
import dev.zundacast.message.Message;
import dev.zundacast.post.SiteConfig.ConfigValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigValuesTest {
  private static Map<String, Object> values(String yaml) {
    return ConfigValues.of(Yaml.part(Path.of("_config.yml"), yaml, 1, Message.NONE).root());
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
  void flagsAreBooleansInAllSpellings() {
    assertThat(values("a: yes\nb: Off\nc: TRUE\nd: 'true'\n"))
        .containsEntry("a", true)
        .containsEntry("b", false)
        .containsEntry("c", true)
        .containsEntry("d", "true");
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
        .containsEntry("both", Map.of("name", "枝豆", "color", "white", "size", "large"));
  }

  @Test
  void mapsInsideThemselvesEnd() {
    assertThat(values("a: &a\n  name: 豆\n  self: *a\n")).containsKey("a");
    assertThat(values("a: &a {b: *a, c: *a, d: *a, e: *a}\n")).containsKey("a");
  }

  @Test
  void listsAreThereWithoutWhatTheyHold() {
    assertThat(values("actors: {mame: [x]}\n"))
        .isEqualTo(Map.of("actors", Map.of("mame", List.of())));
  }

  @Test
  void aTagOfAnotherLanguageIsAText() {
    assertThat(values("title: !ruby/symbol mame\n")).isEqualTo(Map.of("title", "mame"));
  }
}
