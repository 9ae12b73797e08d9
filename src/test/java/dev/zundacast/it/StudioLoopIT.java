package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.Shell;
import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
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

/**
 * The loop of a morning in a real browser: hear, click, mend, hear, build. Its pictures are those
 * of the documents: {@code -Dzundacast.pictures=docs/images} puts them there.
 */
class StudioLoopIT {
  @TempDir static Path folder;
  private static Path site;
  private static TestEngine engine;
  private static StudioRun studio;

  @BeforeAll
  static void builtShow() throws Exception {
    site = folder.resolve("番組");
    Programs.output("cp", "-r", "examples/site", site.toString());
    Files.delete(site.resolve("_posts/2026-03-18-3.md"));
    Path second = site.resolve("_posts/2026-03-17-2.md");
    String here = Files.readString(second).replace("https://cdn.example.com/mochi", "");
    Files.writeString(second, here);
    // It calls itself as the engine for proofs does, whose episodes are not published.
    engine = TestEngine.with().brand("zundacast draft").version("0.1.0").natural().start();
    String[] build = {"build", site.toString(), "--engine", engine.url()};
    String voices = SampleSite.voices().toString();
    Shell.Result built = new Shell(folder).env("ZUNDACAST_VOICES", voices).run(build);
    assertThat(built.code()).as(built.err()).isZero();
    studio = StudioRun.start(site, "--engine", engine.url());
  }

  @AfterAll
  static void end() throws Exception {
    if (studio != null) {
      studio.close();
    }
    engine.close();
  }

  @Test
  void aLineIsHeardAndMendedByMouseAndTheEpisodeIsWholeAgain() throws Exception {
    Post post = Post.of("16-1");
    byte[] before = post.mp3();
    String text = post.text();
    try (Browser browser = Browser.open(Browser.Look.USUAL)) {
      StudioPage page = StudioPage.of(browser);
      studio.enter(browser);
      browser.picture("studio-show");
      browser.click("[data-post='2026-03-16-1.md'] .title a");
      page.awaitLine("a1.01");
      browser.click("[data-line='a1.01'] .play button");
      page.awaitSound();
      browser.picture("studio-hear");
      browser.click("[data-line='a1.01'] .act [aria-label*='直す']");
      WebElement spoken = browser.find(".card textarea[id='spoken a1.01']");
      spoken.click();
      spoken.sendKeys("ずんだもちのあざやかなみどりは、えだまめのようりょくその、いろなのだ。");
      browser.find(".card .phrases[aria-busy=false] .mora");
      browser.picture("studio-mend");
      browser.click(".card .main");
      page.awaitSpoken("a1.01");
      page.awaitSound();
      browser.find(".take[data-current='false']");
      browser.picture("studio-compare");
      browser.find(".player-head .stale-pill");
      page.build();
      post.isNewButForOneLine(before, text);
      browser.await("an episode as it should be", () -> browser.count(".stale-pill") == 0);
      browser.click(".player-head .main");
      browser.awaitText("dialog #hindrance", "試聴用の声なので公開できません");
      assertThat(browser.count("dialog .main")).as("nothing to publish with").isZero();
      assertThat(browser.text("dialog")).doesNotContain("git commit");
      browser.picture("studio-publish");
    }
  }

  @Test
  void theSameByKeyboardAlone() throws Exception {
    Post post = Post.of("17-2");
    byte[] before = post.mp3();
    String text = post.text();
    try (Browser browser = Browser.open(Browser.Look.USUAL)) {
      StudioPage page = StudioPage.of(browser);
      studio.enter(browser);
      page.tabTo("[type=search]");
      browser.press(Keys.ARROW_DOWN);
      assertThat(page.focused("data-post")).isEqualTo("2026-03-17-2.md");
      browser.press(Keys.ENTER);
      page.awaitLine("a1.02");
      page.tabTo("[data-line]");
      page.arrowTo("a1.02");
      browser.press(Keys.SPACE);
      page.awaitSound();
      browser.press(Keys.ENTER);
      browser.find(".card textarea");
      browser.press(Keys.HOME, "ねえ、");
      browser.press(Keys.ENTER);
      page.awaitSpoken("a1.02");
      page.awaitSound();
      browser.press(Keys.ESCAPE);
      browser.await("the line again", () -> page.focused("data-line").equals("a1.02"));
      browser.press("b");
      page.awaitBuilt();
      post.isNewButForOneLine(before, text);
    }
  }

  @Test
  void aWordOfTwoEpisodesIsMendedInBoth() throws Exception {
    Post first = Post.of("16-1");
    Post second = Post.of("17-2");
    byte[] before = first.mp3();
    byte[] other = second.mp3();
    try (Browser browser = Browser.open(Browser.Look.USUAL)) {
      StudioPage page = StudioPage.of(browser);
      studio.enter(browser);
      page.open(first.name());
      browser.click("[data-line='a1.02'] .act [aria-label*='直す']");
      browser.click(".card [data-do='everywhere']");
      browser.find("dialog input[name=word]").sendKeys("枝豆");
      browser.find("dialog input[name=reading]").sendKeys("ダダチャマメ");
      browser.awaitText("dialog .impact", "2 本の");
      assertThat(browser.js("return document.querySelector('dialog [name=word]').value"))
          .isEqualTo("枝豆");
      assertThat(browser.count(".impact-lines li")).isGreaterThan(1);
      browser.picture("everywhere");
      assertThat(site.resolve("_zundacast/voices/readings.tsv")).doesNotExist();
      browser.click("dialog .sheet-buttons .main");
      browser.await("the end of the dialog", () -> browser.count("dialog") == 0);
      browser.click(".brand");
      browser.find("[data-episode='stale']");
      browser.click(".tools button");
      browser.awaitText("dialog [role=status]", "2 本のうち 2 本が変わります");
      browser.picture("build-several");
      browser.click("dialog .main");
      page.awaitBuilt();
    }
    assertThat(first.mp3()).isNotEqualTo(before);
    assertThat(second.mp3()).isNotEqualTo(other);
  }

  /** A post with what was built of it. */
  private record Post(String name, String audio) {
    static Post of(String number) {
      String day = number.substring(0, 2);
      return new Post("2026-03-" + number + ".md", "もちもち技術ラジオ_202603" + day + ".mp3");
    }

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
      // The line lasts some five seconds, which is 210 frames.
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
