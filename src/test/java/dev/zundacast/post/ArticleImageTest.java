package dev.zundacast.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.zundacast.post.Posts.ArticleImage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleImageTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "文だけの要約です。 => ''",
        "![豆](/images/mame.png) => /images/mame.png",
        "前の文。![豆](/images/mame.png \"題\")後の文。 => /images/mame.png",
        "![](</images/my bean.png>) => /images/my bean.png",
        "![豆]({{ site.baseurl }}/images/mame.png) => /images/mame.png",
        "![豆]({{ 'images/mame.png' @ relative_url }}) => /images/mame.png",
        "![豆]({{ '/images/mame.png' @ absolute_url }}) => /images/mame.png",
        "![豆](https://example.com/mame_(1).png) => https://example.com/mame_(1).png",
        "![豆 [二] つ](/images/mame.png) => /images/mame.png",
        "``![豆](/code.png)``と書く。 => ''",
        "<!-- ![豆](/old.png) --> => ''",
        "<!-- <img src='/old.png'> -->||<img src='/b.png?a=1&amp;b=2'> => /b.png?a=1&b=2",
        "![豆](data:image/png;base64,AAAA)![本](/real.png) => /real.png",
        "[![豆](/a.png)](https://example.com) => /a.png",
        "<p><img alt='豆' src='/b.png'></p> => /b.png",
        "<img src=/b.png> => /b.png",
        "[豆](/images/mame.png)は絵ではない。 => ''",
        "`![豆](/code.png)`と書く。 => ''",
        "```|![豆](/code.png)|```|![本](/real.png) => /real.png",
        "一行目|![一](/1.png)|![二](/2.png) => /1.png"
      })
  void theFirstPictureIsFound(String lines, String address) {
    assertThat(ArticleImage.first(SourceLine.split(lines.replace('|', '\n').replace('@', '|'), 1)))
        .isEqualTo(address);
  }

  /** A picture within the post can be as long as a file, and marks can be piled up for hours. */
  @ParameterizedTest
  @ValueSource(strings = {"![", "<img ", "![a](", "![](data:image/png;base64,", "{{ '"})
  void whatIsLongIsReadInNoTime(String start) {
    String line = start.repeat(200_000 / start.length()) + "A".repeat(200_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> ArticleImage.first(List.of(new SourceLine(1, line + ")"))));
  }
}
