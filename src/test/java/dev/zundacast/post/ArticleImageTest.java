package dev.zundacast.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleImageTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "文だけの要約です。 -> ''",
        "![豆](/images/mame.png) -> /images/mame.png",
        "前の文。![豆](/images/mame.png \"題\")後の文。 -> /images/mame.png",
        "![](</images/my bean.png>) -> /images/my bean.png",
        "![豆]({{ site.baseurl }}/images/mame.png) -> {{ site.baseurl }}/images/mame.png",
        "[![豆](/a.png)](https://example.com) -> /a.png",
        "<p><img alt='豆' src='/b.png'></p> -> /b.png",
        "<img src=/b.png> -> /b.png",
        "[豆](/images/mame.png)は絵ではない。 -> ''",
        "`![豆](/code.png)`と書く。 -> ''",
        "```|![豆](/code.png)|```|![本](/real.png) -> /real.png",
        "一行目|![一](/1.png)|![二](/2.png) -> /1.png"
      })
  void theFirstPictureIsFound(String lines, String address) {
    assertThat(ArticleImage.first(SourceLine.split(lines.replace('|', '\n'), 1)))
        .isEqualTo(address);
  }
}
