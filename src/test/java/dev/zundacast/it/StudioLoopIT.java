package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The loop of a morning in a real browser: hear, click, mend, hear, build. */
class StudioLoopIT {
  private static final String[] DRAFT = {"--engine", "draft"};

  @TempDir static Path folder;
  private static Path site;
  private static StudioRun studio;

  @BeforeAll
  static void builtShow() throws Exception {
    SampleSite show = SampleSite.in(folder.resolve("番組"));
    show.post(1, 1);
    show.post(2, 1);
    site = show.root();
    Launched.Result built =
        Launched.run(folder, "build", site.toString(), "--engine", "draft", "--allow-odd-length");
    assertThat(built.code()).as(built.err()).isZero();
    studio = StudioRun.start(site, "--engine", "draft", "--allow-odd-length");
  }

  @AfterAll
  static void end() throws Exception {
    studio.close();
  }

  @Test
  void aLineIsHeardAndMendedByMouseAndTheEpisodeIsWholeAgain() throws Exception {
    Post post = new Post("2026-03-02-1.md", "そらまめ_1.mp3");
    byte[] before = post.mp3();
    String text = post.text();
    try (Browser browser = Browser.open(Browser.Look.USUAL)) {
      StudioPage page = StudioPage.of(browser);
      studio.enter(browser);
      browser.picture("show");
      browser.click("[data-post='2026-03-02-1.md'] .title a");
      page.awaitLine("a1.01");
      browser.click("[data-line='a1.01'] .play button");
      page.awaitSound();
      browser.click("[data-line='a1.01'] .act [aria-label*='直す']");
      WebElement spoken = browser.find(".card input[id='spoken a1.01']");
      spoken.click();
      spoken.sendKeys("だいいっかいのはたけでは、そらまめをはかりますなのだ。");
      browser.picture("edited");
      browser.click(".card .main");
      page.awaitSpoken("a1.01");
      page.awaitSound();
      browser.picture("heard");
      page.build();
      post.isNewButForOneLine(before, text);
    }
  }

  @Test
  void theSameByKeyboardAlone() throws Exception {
    Post post = new Post("2026-03-03-2.md", "そらまめ_2.mp3");
    byte[] before = post.mp3();
    String text = post.text();
    try (Browser browser = Browser.open(Browser.Look.USUAL)) {
      StudioPage page = StudioPage.of(browser);
      studio.enter(browser);
      page.tabTo("[type=search]");
      browser.press(Keys.ARROW_DOWN);
      assertThat(page.focused("data-post")).isEqualTo("2026-03-03-2.md");
      browser.press(Keys.ENTER);
      page.awaitLine("a1.01");
      page.tabTo("[data-line]");
      while (!page.focused("data-line").equals("a1.01")) {
        browser.press(Keys.ARROW_DOWN);
      }
      browser.press(Keys.SPACE);
      page.awaitSound();
      browser.press(Keys.ENTER);
      browser.find(".card textarea");
      browser.press(Keys.HOME, "ねえ、");
      browser.press(Keys.ENTER);
      page.awaitSpoken("a1.01");
      page.awaitSound();
      browser.press(Keys.ESCAPE);
      browser.await("the line again", () -> page.focused("data-line").equals("a1.01"));
      browser.press("b");
      page.awaitBuilt();
      post.isNewButForOneLine(before, text);
    }
  }

  /** A post with what was built of it. */
  private record Post(String name, String audio) {
    byte[] mp3() throws IOException {
      return Files.readAllBytes(site.resolve("audio").resolve(audio));
    }

    String text() throws IOException {
      return Files.readString(site.resolve("_posts").resolve(name));
    }

    void isNewButForOneLine(byte[] before, String text) throws IOException {
      List<String> old = Mp3Frames.of(before);
      List<String> now = Mp3Frames.of(mp3());
      assertThat(now).isNotEqualTo(old);
      int same = Mp3Frames.sameAtStart(old, now) + Mp3Frames.sameAtEnd(old, now);
      // A line of this post lasts some four seconds, which is 170 frames.
      assertThat(same).isGreaterThan(now.size() - 400).isLessThan(now.size());
      assertThat(text()).isNotEqualTo(text);
      assertThat(withoutValues(text())).isEqualTo(withoutValues(text));
      assertThat(text()).contains("audio_file_size: " + mp3().length);
    }

    private static String withoutValues(String post) {
      return post.replaceAll("(?m)^(audio_file_size|duration): .*$", "$1");
    }
  }
}
