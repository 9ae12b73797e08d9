package dev.zundacast.pipeline.episode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.episode.EpisodePictures.SiteAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteAddressTest {
  @TempDir Path folder;

  private Show show(String url) {
    return new Show(
        folder, folder, "豆", Show.Named.BY_SETTINGS, url, "ja", Map.of(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "/images/a.png, https://example.com/show/images/a.png, /images/a.png",
    "/show/images/a.png, https://example.com/show/images/a.png, /images/a.png",
    "https://example.com/show/images/a.png, https://example.com/show/images/a.png, /images/a.png",
    "https://example.com/shows/a.png, https://example.com/shows/a.png, ''",
    "https://example.org/a.png, https://example.org/a.png, ''",
    "/images/%E8%B1%86.png?v=2, https://example.com/show/images/%E8%B1%86.png?v=2, /images/豆.png",
    "images/a.png, '', ''",
    "//example.org/a.png, '', ''",
    "'data:image/png;base64,AAAA', '', ''",
    "'', '', ''"
  })
  void anAddressIsKnownOnTheWebAndInTheSite(String written, String web, String path) {
    assertThat(SiteAddress.of(written, show("https://example.com/show")))
        .isEqualTo(new SiteAddress(web, path));
  }

  @Test
  void aSiteWithoutAnAddressHasFilesAllTheSame() throws Exception {
    SiteAddress address = SiteAddress.of("/a.png", show(""));
    assertThat(address).isEqualTo(new SiteAddress("", "/a.png"));
    Files.createFile(folder.resolve("a.png"));
    assertThat(address.file(show(""), folder.resolve("post.md"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"/../secret.png", "/missing.png", "/."})
  void whatIsNoFileOfTheSiteIsNone(String written) throws Exception {
    assertThat(SiteAddress.of(written, show("")).file(show(""), folder.resolve("post.md")))
        .isEmpty();
  }
}
