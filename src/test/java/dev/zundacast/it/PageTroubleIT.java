package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;

/** What goes wrong while somebody works on the studio's page: nothing is lost, and it says so. */
class PageTroubleIT {
  @TempDir static Path folder;
  private static TestEngine engine;
  private static Path site;
  private static StudioRun studio;
  private Path script;
  private Browser browser;
  private StudioPage page;

  @BeforeAll
  static void show() throws Exception {
    engine = TestEngine.start();
    SampleSite show = SampleSite.in(folder.resolve("show"));
    for (int post = 1; post <= 5; post++) {
      show.post(post, 2);
    }
    site = show.root();
    StudioRun.writeScripts(site);
    studio = StudioRun.start(site, "--engine", engine.url());
  }

  @AfterAll
  static void end() throws Exception {
    studio.close();
    engine.close();
  }

  /** Each test has a post of its own. */
  private void open(int post) throws IOException {
    String name = "2026-03-0" + (1 + post) + "-" + post;
    script = site.resolve("_zundacast/scripts/" + name + ".txt");
    studio.enter(browser);
    page.open(name + ".md");
  }

  @BeforeEach
  void openBrowser() throws IOException {
    browser = Browser.open(Browser.Look.USUAL);
    page = StudioPage.of(browser);
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  private void typeInto(String id, String text) {
    browser.click(StudioPage.row(id) + " .act [aria-label*='直す']");
    browser.find(".card textarea");
    browser.press(Keys.END, text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void editOutside(String line) throws IOException {
    String edited = Files.readString(script).replaceFirst("(?m)^\\[a1\\.01\\] .*$", line);
    Files.writeString(script, edited);
  }

  @Test
  void aScriptThatIsEditedOutsideShowsAtOnceAndBesideWhatIsTypedMeanwhile() throws Exception {
    open(1);
    editOutside("[a1.01] 誰も打っていない行なのだ。");
    browser.awaitText(StudioPage.row("a1.01") + " .text", "誰も打っていない行なのだ。");
    typeInto("a1.01", "とてもなのだ。");
    editOutside("[a1.01] 外の編集で直した行なのだ。");
    browser.awaitText(".conflict .theirs", "外の編集で直した行なのだ。");
    browser.awaitText(".conflict .mine", "とてもなのだ。");
    browser.picture("conflict");
    browser.click(".conflict button:first-of-type");
    browser.click(".card .main");
    page.awaitSpoken("a1.01");
    assertThat(script).content().contains("とてもなのだ。").doesNotContain("外の編集");
    browser.press(Keys.ESCAPE);
    browser.chord(Keys.CONTROL, "z");
    browser.awaitText(StudioPage.row("a1.01") + " .text", "外の編集で直した行なのだ。");
    assertThat(script).content().contains("外の編集で直した行なのだ。");
  }

  @Test
  void anEngineThatGoesAwayIsNamedAndSpeaksWhenItIsBack() throws Exception {
    open(2);
    int port = engine.port();
    engine.close();
    browser.await("the engine's end", () -> browser.count(".engine[data-state='down']") == 1);
    typeInto("a1.01", "とてもなのだ。");
    browser.press(Keys.ENTER);
    browser.await("words about it", () -> !browser.text(".alarm").isEmpty());
    browser.picture("engine-gone");
    browser.await("the text in the script", () -> read(script).contains("とてもなのだ。"));
    engine = TestEngine.with().startAt(port);
    browser.await("the engine again", () -> browser.count(".engine[data-state='up']") == 1);
    browser.click(".card .main");
    page.awaitSpoken("a1.01");
  }

  @Test
  void anEpisodeThatNewsHasOvertakenOnItsWayIsReadOnceMore() throws Exception {
    open(3);
    browser.js(
        """
        const { fetch } = window;
        const held = new Promise((resolve) => (window.release = resolve));
        window.reads = 0;
        window.fetch = async (path, options) => {
          const answer = await fetch(path, options);
          if (!/episode\\/[^/]*$/.test(path)) return answer;
          window.reads++;
          await held;
          return answer;
        };
        """);
    typeInto("a1.01", "とてもなのだ。");
    browser.press(Keys.ENTER);
    browser.await("the old episode", () -> reads() >= 1);
    browser.find(StudioPage.row("a1.01") + "[data-state='spoken']");
    browser.js("window.release()");
    browser.await("the new one", () -> reads() >= 2);
    page.awaitSpoken("a1.01");
  }

  private long reads() {
    return ((Number) browser.js("return window.reads")).longValue();
  }

  @Test
  void twoTabsShowTheSame() throws Exception {
    open(4);
    String first = browser.driver().getWindowHandle();
    String address = browser.driver().getCurrentUrl();
    browser.driver().switchTo().newWindow(WindowType.TAB);
    browser.go(address);
    page.awaitLine("a1.01");
    typeInto("a1.01", "二枚目なのだ。");
    browser.press(Keys.ENTER);
    page.awaitSpoken("a1.01");
    browser.driver().switchTo().window(first);
    browser.awaitText(StudioPage.row("a1.01") + "[data-state='spoken'] .text", "二枚目なのだ。");
  }

  @Test
  void aKilledStudioThatIsStartedAgainHasAllThatWasTyped() throws Exception {
    open(5);
    typeInto("a1.01", "一つ目なのだ。");
    browser.press(Keys.ENTER);
    page.awaitSpoken("a1.01");
    browser.press(Keys.ESCAPE);
    typeInto("a1.02", "まだ書いていないのだ。");
    studio.kill();
    browser.awaitText(".banner", "つながりません");
    browser.press("もっと。");
    browser.picture("studio-gone");
    String port = Integer.toString(studio.port());
    studio = StudioRun.start(site, "--engine", engine.url(), "--port", port);
    browser.awaitText(".banner", "新しいアドレス");
    asksLessAndLessOften();
    open(5);
    browser.awaitText(StudioPage.row("a1.01") + " .text", "一つ目なのだ。");
    browser.awaitText(StudioPage.row("a1.02") + " .mark", "下書き");
    browser.click(StudioPage.row("a1.02") + " .act [aria-label*='直す']");
    browser.await(
        "what was typed",
        () ->
            String.valueOf(browser.js("return document.querySelector('.card textarea').value"))
                .endsWith("まだ書いていないのだ。もっと。"));
    browser.press(Keys.ESCAPE);
    browser.chord(Keys.CONTROL, "z");
    browser.await(
        "undo over a restart",
        () -> !browser.text(StudioPage.row("a1.01") + " .text").contains("一つ目なのだ。"));
  }

  /** A page that is let in no more waits twice as long each time before it asks again. */
  private void asksLessAndLessOften() {
    browser.js(
        """
        const { setTimeout } = window;
        window.waits = [];
        window.setTimeout = (work, millis, ...more) => {
          if (work.name === 'listen') window.waits.push(millis);
          return setTimeout(work, millis, ...more);
        };
        """);
    browser.await("two waits", () -> browser.js("return window.waits[1] ?? null") != null);
    assertThat(browser.js("return window.waits[1] === 2 * window.waits[0]")).isEqualTo(true);
  }
}
