package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.TestEngine;
import dev.zundacast.testkit.WrittenPost;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/**
 * A narration that somebody else wrote, in a real browser: pasted, placed, mended, built, heard.
 */
class StudioNarrationIT {
  private static final String POST =
      """
      - [小さな腕時計](https://example.com/clock)\s\s

      工房の小さな腕時計は、三日に一度だけ鳴ります。この腕時計の値段は3500円です。

      引用元: https://example.com/clock

      - [川を渡る白い犬](https://example.com/dog)\s\s

      白い犬は毎朝、橋のない川を泳いで渡ります。

      引用元: https://example.com/dog
      """;

  /** The second article is told before the first. */
  private static final String NARRATION =
      """
      やあ、みんな！
      白い犬は毎朝、橋のない川を泳いで渡るのだ。
      1つ目の記事は、小さな腕時計なのだ。
      工房の腕時計は、三日に一度だけ鳴るのだ。
      腕時計の値段は5300円なのだ。
      また来週なのだ！
      """;

  @TempDir Path folder;

  @Test
  void isPastedItsPieceMovedItsFindingMendedAndTheEpisodeHeard() throws Exception {
    Path site = folder.resolve("番組");
    WrittenPost.on(site, WrittenPost.of(POST));
    try (StudioRun studio = StudioRun.start(site, "--engine", "draft");
        Browser browser = Browser.open(Browser.Look.USUAL)) {
      StudioPage page = StudioPage.of(browser);
      studio.enter(browser);
      browser.click("[data-post] .title a");
      browser.click(".player-head .narrate");
      browser.find("dialog textarea").sendKeys(NARRATION);
      browser.awaitText("dialog .trouble", "川を渡る白い犬");
      assertThat(browser.find("dialog .main").isEnabled()).isFalse();
      browser.picture("narration-refused");
      WebElement piece = piece(browser, "白い犬");
      drag(browser, piece, browser.find("[data-part='a2']"));
      browser.awaitText("[data-part='a2']", "橋のない川");
      browser.find("[data-part='a1'] .piece:last-child select").sendKeys(Keys.ARROW_DOWN);
      browser.awaitText("[data-part='a2']", "5300円");
      browser.find("[data-part='a2'] .piece:first-child select").sendKeys(Keys.ARROW_UP);
      browser.awaitText("[data-part='a1']", "5300円");
      browser.await("no fault", () -> browser.count("dialog .trouble") == 0);
      browser.awaitText("dialog .told", "5300円");
      browser.picture("narration");
      assertThat(site.resolve("_zundacast/scripts/2026-08-21-1.txt")).doesNotExist();
      browser.click("dialog .main");
      page.awaitLine("a1.02");
      browser.await("the first finding", () -> page.focused("data-line").equals("a1.02"));
      browser.press(Keys.ENTER);
      browser.awaitText(".source", "この腕時計の値段は3500円です。");
      assertThat(browser.text(".source mark")).isEqualTo("5300円");
      browser.picture("narration-line");
      WebElement text = browser.find(".card textarea");
      // WebDriver's own clear() tells the page nothing, which then shows what it knows.
      text.sendKeys(Keys.chord(Keys.CONTROL, "a"), "腕時計の値段は3500円なのだ。", Keys.ENTER);
      page.awaitSpoken("a1.02");
      browser.await("no finding", () -> browser.count("[data-line='a1.02'] .chip.warn") == 0);
      page.build();
      browser.click(".controls button");
      page.awaitSound();
    }
    assertThat(Files.size(site.resolve("audio/1.mp3"))).isPositive();
    assertThat(Files.readString(site.resolve("_zundacast/scripts/2026-08-21-1.txt")))
        .contains("腕時計の値段は3500円なのだ。")
        .doesNotContain("5300円");
  }

  private static final String BY_RULES =
      """
      @zundacast 1
      @post _posts/2026-08-21-1.md
      @speaker ずんだもん

      == a1 article
      @title 小さな腕時計
      @source https://example.com/clock
      [a1.01] 小さな腕時計は、三日に一度だけ鳴るのだ。
      # ひとこと: この記事の感想を、ここに1行で書く。

      == a2 article
      @title 川を渡る白い犬
      @source https://example.com/dog
      [a2.01] 白い犬は毎朝、橋のない川を泳いで渡るのだ。
      # ひとこと: この記事の感想を、ここに1行で書く。
      """;

  @Test
  void theHostsOwnWordIsAskedForWhereNothingElseAsks() throws Exception {
    Path site = folder.resolve("番組");
    WrittenPost.on(site, WrittenPost.of(POST));
    Path script = site.resolve("_zundacast/scripts/2026-08-21-1.txt");
    Files.createDirectories(script.getParent());
    Files.writeString(script, BY_RULES);
    try (TestEngine engine = TestEngine.start();
        StudioRun studio = StudioRun.start(site, "--engine", engine.url());
        Browser browser = Browser.open(Browser.Look.USUAL)) {
      StudioPage page = StudioPage.of(browser);
      studio.enter(browser);
      browser.click("[data-post] .title a");
      page.awaitLine("a2.01");
      browser.awaitText(".foot", "ひとこと 2");
      browser.press(Keys.F8);
      browser.await("the first place", () -> page.focused("aria-label").contains("腕時計"));
      browser.press(Keys.F8);
      browser.await("the next one", () -> page.focused("aria-label").contains("白い犬"));
      browser.picture("slot");
      browser.press("ぼくも泳ぐのだ！", Keys.ENTER);
      page.awaitLine("a2.02");
      browser.awaitText(".foot", "ひとこと 1");
      assertThat(Files.readString(script)).contains("[a2.02] ぼくも泳ぐのだ！").containsOnlyOnce("# ひとこと");
      browser.await("the new line", () -> page.focused("data-line").equals("a2.02"));
      browser.chord(Keys.CONTROL, "z");
      browser.awaitText(".foot", "ひとこと 2");
      assertThat(script).hasContent(BY_RULES);
    }
  }

  private static WebElement piece(Browser browser, String words) {
    return browser.await(
        "the piece " + words,
        () ->
            browser.driver().findElements(By.cssSelector(".piece")).stream()
                .filter(it -> it.getText().contains(words))
                .findFirst()
                .orElse(null));
  }

  private static void drag(Browser browser, WebElement from, WebElement to) {
    WebElement grip = from.findElement(By.tagName("span"));
    browser.js("arguments[0].scrollIntoView({block: 'center'})", grip);
    new Actions(browser.driver())
        .moveToElement(grip)
        .clickAndHold()
        .moveByOffset(0, 20)
        .moveToElement(to)
        .moveByOffset(2, 0)
        .moveByOffset(2, 0)
        .moveByOffset(2, 0)
        .release()
        .perform();
  }
}
