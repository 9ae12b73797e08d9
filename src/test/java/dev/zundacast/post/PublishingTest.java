package dev.zundacast.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishingTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "/episode/:title, true",
    "/e/:slug.html, true",
    "/:title:output_ext, true",
    "/:year/:title, false",
    "/:categories/:title, false",
    "pretty, false",
    "'', false"
  })
  void namesTellPostsApartWhereNothingElseDoes(String permalink, boolean names) {
    assertThat(new Shows.Publishing(permalink, false).namesTellPostsApart()).isEqualTo(names);
  }

  @Test
  void isWhatTheSiteSays() throws IOException {
    assertThat(Shows.publishing(folder)).isEqualTo(new Shows.Publishing("", false));
    Files.writeString(folder.resolve("_config.yml"), "permalink: /episode/:title\nfuture: true\n");
    assertThat(Shows.publishing(folder)).isEqualTo(new Shows.Publishing("/episode/:title", true));
  }
}
