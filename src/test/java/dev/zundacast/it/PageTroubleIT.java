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
import org.openqa.selenium.interactions.Actions;

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
    for (int post = 1; post <= 14; post++) {
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
    String name = "2026-03-0" + (1 + post % 9) + "-" + post;
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

  /** Holds the answers to all requests to addresses that end so, until {@code release()}. */
  private void hold(String end) {
    browser.js(
        """
        const { fetch } = window;
        const held = new Promise((resolve) => {
          window.release = () => resolve((window.fetch = fetch));
        });
        window.held = 0;
        window.fetch = async (path, options) => {
          const answer = await fetch(path, options);
          if (!path.split('?')[0].endsWith(arguments[0])) return answer;
          window.held++;
          await held;
          return answer;
        };
        """,
        end);
  }

  private void awaitHeld() {
    browser.await("an answer", () -> Boolean.TRUE.equals(browser.js("return window.held > 0")));
  }

  private String title() {
    return browser.text(".player h1");
  }

  @Test
  void whatIsAnsweredLateIsShownInNoOtherEpisode() throws Exception {
    open(7);
    int lines = browser.count("[data-line]");
    String other = title();
    open(6);
    hold("/lines");
    page.focus("a1.01");
    browser.chord(Keys.CONTROL, "d");
    awaitHeld();
    browser.js("location.hash = location.hash.replace('2026-03-07-6', '2026-03-08-7')");
    browser.await("the other episode", () -> title().equals(other));
    browser.js("window.release()");
    browser.chord(Keys.CONTROL, "z");
    browser.await("words about it", () -> !browser.text(".live").isEmpty());
    assertThat(title()).isEqualTo(other);
    assertThat(browser.count("[data-line]")).isEqualTo(lines);
  }

  @Test
  void aChangeThatWaitsForWhatWasTypedIsMadeOfItsOwnEpisode() throws Exception {
    open(14);
    String other = read(script);
    open(13);
    typeInto("a1.01", "承認なのだ。");
    hold("/line/a1.01");
    browser.click(".card-buttons [aria-pressed]");
    awaitHeld();
    browser.js("location.hash = location.hash.replace('2026-03-05-13', '2026-03-06-14')");
    browser.find(StudioPage.row("a1.01"));
    browser.js("window.release()");
    browser.click(".player .back");
    page.open("2026-03-05-13.md");
    browser.awaitText(StudioPage.row("a1.01") + " .mark", "承認");
    assertThat(script).content().contains("承認なのだ。");
    assertThat(site.resolve("_zundacast/scripts/2026-03-06-14.txt")).hasContent(other);
  }

  @Test
  void whatWasTypedIsInTheScriptOnceItsEpisodeIsLeftAndWhatWasNotAcceptedIsThereAgain()
      throws Exception {
    open(6);
    typeInto("a1.02", "途中なのだ。");
    browser.click(".player .back");
    browser.await("the text in the script", () -> read(script).contains("途中なのだ。"));
    page.open("2026-03-07-6.md");
    typeInto("a1.03", "入れたのだ。");
    hold("/line/a1.03");
    browser.press(Keys.ENTER);
    awaitHeld();
    browser.click(".player .back");
    browser.find("[data-post]");
    browser.js("window.release()");
    page.open("2026-03-07-6.md");
    assertThat(browser.text(".alarm")).isEmpty();
    assertThat(script).content().contains("入れたのだ。");
    browser.click(".slot input");
    browser.press("ひとことなのだ。");
    browser.click(".narrate");
    browser.find("dialog textarea").sendKeys("だれかの文なのだ。");
    browser.press(Keys.ESCAPE);
    open(6);
    assertThat(browser.js("return document.querySelector('.slot input').value"))
        .isEqualTo("ひとことなのだ。");
    browser.click(".narrate");
    browser.find("dialog textarea");
    assertThat(browser.js("return document.querySelector('dialog textarea').value"))
        .isEqualTo("だれかの文なのだ。");
  }

  @Test
  void keysThatComeBeforeTheAnswerMeanWhatTheOneBeforeMade() throws Exception {
    open(8);
    typeInto("a1.01", "まず。");
    hold("/line/a1.01");
    browser.press(Keys.ENTER);
    awaitHeld();
    browser.press("次。", Keys.ENTER);
    browser.js("window.release()");
    browser.await("both", () -> read(script).contains("まず。次。"));
    page.awaitSpoken("a1.01");
    assertThat(browser.text(".alarm") + browser.count(".conflict")).isEqualTo("0");
    browser.press(Keys.ESCAPE);

    page.focus("a1.01");
    browser.press("l", "l", "m", "m");
    new Actions(browser.driver())
        .keyDown(Keys.ALT)
        .sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
        .keyUp(Keys.ALT)
        .perform();
    browser.await(
        "two places down",
        () -> browser.count(StudioPage.row("a1.03") + " ~ " + StudioPage.row("a1.01")) == 1);
    browser.await(
        "neither an approval nor a mark",
        () -> !browser.text(StudioPage.row("a1.01") + " .mark").matches(".*(承認|印).*"));
    page.focus("a2.01");
    new Actions(browser.driver())
        .keyDown(Keys.SHIFT)
        .sendKeys(Keys.DELETE, Keys.DELETE)
        .keyUp(Keys.SHIFT)
        .perform();
    browser.await("the next line", () -> page.focused("data-line").equals("a2.02"));
    assertThat(browser.text(".alarm")).isEmpty();

    typeInto("a2.02", "これで。");
    browser.click(".card-buttons [aria-pressed]");
    browser.awaitText(StudioPage.row("a2.02") + " .mark", "承認");
    assertThat(script).content().contains("これで。");
  }

  @Test
  void aLineThatIsTakenAwayElsewhereLeavesWhatWasTypedToBeRead() throws Exception {
    open(9);
    typeInto("a2.03", "消えないのだ。");
    Files.writeString(script, read(script).replaceFirst("(?m)^\\[a2\\.03\\].*\n", ""));
    browser.awaitText(".alarm", "消えないのだ。");
    assertThat(browser.count("[data-line][tabindex='0']")).isEqualTo(1);
  }

  private int count(String css) {
    return browser.count(css);
  }

  private String accents() {
    return browser.text(".accents-text code");
  }

  @Test
  void accentsAreMovedOfTheirOwnWordsAloneAndNoLateAnswerReplacesThem() throws Exception {
    open(10);
    typeInto("a1.01", "。");
    browser.chord(Keys.CONTROL, "a");
    browser.press("ソラマメヲマイタ");
    page.awaitAccents("ソラマメヲマイタ");
    hold("/kana");
    browser.press("モナノダ");
    awaitHeld();
    page.tabTo(".card .mora");
    browser.press(Keys.END, Keys.F4);
    browser.js("window.release()");
    page.awaitAccents("モナノダ");
    assertThat(count(".mora[data-devoiced=true], .accents-text")).isZero();
    browser.press(Keys.END, Keys.F4);
    browser.await("the accents", () -> accents().replace("'", "").contains("モナノ_ダ"));

    hold("/kana");
    browser.chord(Keys.CONTROL, Keys.ENTER);
    awaitHeld();
    browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.F4);
    browser.js("window.release()");
    browser.await("both", () -> accents().split("_").length == 3);
    browser.await("no waiting", () -> count(".phrases[aria-busy=false]") == 1);
    assertThat(count(".mora[data-devoiced=true]")).isEqualTo(2);
    browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.F4);
    browser.await("three", () -> accents().split("_").length == 4);
    browser.chord(Keys.CONTROL, Keys.ENTER);
    browser.await("the accents in the script", () -> read(script).contains("モ_ナ_ノ_ダ"));
  }

  @Test
  void soundEndsWhereItsEpisodeIsLeft() throws Exception {
    open(11);
    page.focus("a1.01");
    browser.chord(Keys.SHIFT, Keys.SPACE);
    page.awaitSound();
    browser.click(".player .back");
    browser.find("[data-post]");
    assertThat(page.isPlaying()).isFalse();
  }

  @Test
  void aReadingForALineKeepsWhatWasTypedThere() throws Exception {
    open(12);
    typeInto("a1.01", "赤豆なのだ。");
    browser.click(".card [data-do='everywhere']");
    browser.find("dialog input[name=word]").sendKeys(Keys.chord(Keys.CONTROL, "a"), "豆");
    browser.find("dialog input[name=reading]").sendKeys("ズキ");
    browser.awaitText("dialog .impact", "本の");
    browser.click("dialog .scope label:first-of-type input");
    browser.click("dialog .sheet-buttons .main");
    browser.await("the end of the dialog", () -> count("dialog") == 0);
    browser.await("the typed text", () -> read(script).contains("赤{豆|ズキ}なのだ。"));
    assertThat(browser.text(".alarm") + count(".conflict")).isEqualTo("0");
  }

  @Test
  void shiftAndEnterInTheFieldOfTheHostsWordAddNoLine() throws Exception {
    open(11);
    page.focus("a1.01");
    browser.click(".slot input");
    browser.press("ひとこと");
    browser.chord(Keys.SHIFT, Keys.ENTER);
    browser.press("。", Keys.ENTER);
    browser.await("all of it in the script", () -> read(script).contains("ひとこと。"));
    assertThat(script).content().doesNotContain("新しい行なのだ。");
  }

  @Test
  void anotherValueOfASettingThatIsEnteredAtOnceIsWritten() throws Exception {
    studio.enter(browser);
    browser.js("location.hash = '#/settings'");
    browser.click(".entries button");
    browser.find("dialog input");
    browser.press("voicevox", Keys.ENTER);
    browser.await("the end of the dialog", () -> count("dialog") == 0);
    browser.awaitText("[role=status]", "書き込みました");
    assertThat(browser.text(".settings")).contains("voicevox");
  }

  @Test
  void workThatFailedIsSeenUntilItIsClosed() throws Exception {
    open(9);
    Path post = site.resolve("_posts/2026-03-01-9.md");
    String text = read(post);
    Files.writeString(post, "---\ntitle: [\n---\n");
    browser.click(".player .build");
    browser.find(".jobs [data-state='failed']");
    Files.writeString(post, text);
    browser.click(".jobs [data-state='failed'] button");
    browser.await("no bar", () -> count(".jobs") == 0);
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
