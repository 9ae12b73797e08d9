package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A walk through the studio in a Japanese browser, in which no sentence is in English. */
class StudioInJapaneseIT {
  private static final String POST = "2026-03-02-1.md";

  /** All that is shown or read out, but commands, paths and what is typed. */
  private static final String SAID =
      """
      const said = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        if (!walk.currentNode.parentElement.closest('code, kbd, pre, script, noscript'))
          said.push(walk.currentNode.data);
      }
      for (const each of document.querySelectorAll('[aria-label], [title], [placeholder]'))
        for (const name of ['aria-label', 'title', 'placeholder'])
          said.push(each.getAttribute(name) ?? '');
      return said.filter((text) => /[A-Za-z']{2,} [a-z']{2,} [a-z']{2,}/.test(
        text.replace(/zundacast [ -~]*|\\/[!-~]*/g, '')));
      """;

  @TempDir Path folder;
  private Browser browser;
  private final List<Object> english = new ArrayList<>();

  @Test
  void nothingIsSaidInEnglish() throws Exception {
    SampleSite show = SampleSite.in(folder.resolve("show"));
    Path post = show.post(1, 1);
    Path broken = show.post(2, 1);
    Files.writeString(broken, Files.readString(broken).replace("audio_file_path", "audio_path"));
    StudioRun.writeScripts(post);
    Path script = show.root().resolve("_zundacast/scripts/2026-03-02-1.txt");
    Files.writeString(
        script,
        Files.readString(script).replaceFirst("(?m)^\\[a1\\.01\\] .*$", "[a1.01] Henlokuと🫛なのだ。"));
    TestEngine engine = TestEngine.start();
    try (StudioRun studio = StudioRun.start(show.root(), "--engine", engine.url());
        Browser opened = Browser.open(Browser.Look.USUAL)) {
      browser = opened;
      studio.enter(browser);
      show();
      episode();
      pages();
      failures(engine);
      assertThat(english).isEmpty();
    } finally {
      engine.close();
    }
  }

  private void look(String where) {
    List<?> found = (List<?>) browser.js(SAID);
    found.forEach(text -> english.add(where + ": " + text));
  }

  private void show() {
    look("show");
    browser.click("[data-post='2026-03-03-2.md'] .act button");
    browser.await("a failed build", () -> !browser.text(".alarm").isEmpty());
    look("a failed build");
    browser.click("[data-post='" + POST + "'] .act button");
    StudioPage.of(browser).awaitBuilt();
    look("a finished build");
  }

  private void episode() {
    StudioPage page = StudioPage.of(browser);
    page.open(POST);
    browser.awaitText(StudioPage.row("a1.01") + " .mark", "Henloku");
    look("findings");
    browser.click(StudioPage.row("a1.01") + " .act [aria-label*='直す']");
    browser.find(".card .mora");
    look("the open line");
    browser.press(Keys.ESCAPE);
    for (String key : List.of("?", "c", "p", "/", "w")) {
      browser.js("document.querySelector('[data-line=\"a1.01\"]').focus()");
      browser.press(key);
      browser.find("dialog[open]");
      browser.await("an answer", () -> browser.count("dialog .sheet > .quiet:only-child") == 0);
      look("dialog " + key);
      if (key.equals("w")) {
        browser.find("dialog input[name=word]").sendKeys("畑");
        browser.find("dialog input[name=reading]").sendKeys("field");
        browser.await("what is wrong", () -> !browser.text(".alarm").isEmpty());
        look("a wrong reading");
      }
      browser.press(Keys.ESCAPE);
      browser.await("the end of the dialog", () -> browser.count("dialog") == 0);
    }
    browser.js("document.querySelector('[data-line=\"a1.01\"]').focus()");
    browser.chord(Keys.CONTROL, "d");
    browser.await("undo", () -> browser.count(".foot button:disabled") < 2);
    look("undo");
    browser.chord(Keys.CONTROL, "z");
    browser.awaitText("[role=status]", "元に戻しました");
    look("undone");
  }

  private void pages() {
    for (String name : List.of("dictionary", "voices", "engines", "settings")) {
      browser.click(".head nav a[href='#/" + name + "']");
      browser.await(
          name, () -> browser.count(".page .empty") == 0 && browser.count(".page h1") == 1);
      look(name);
    }
  }

  private void failures(TestEngine engine) throws Exception {
    browser.click(".brand");
    StudioPage.of(browser).open(POST);
    engine.failAlways("/audio_query", TestEngine.json(500, "{\"detail\":\"だめ\"}"));
    browser.click(StudioPage.row("a1.02") + " .act [aria-label*='直す']");
    browser.find(".card textarea");
    browser.press(Keys.END, "なのだ。", Keys.ENTER);
    browser.await(
        "the engine's words",
        () -> browser.count(StudioPage.row("a1.02") + "[data-state='failed']") == 1);
    look("a line that failed");
    engine.close();
    browser.await("the engine's end", () -> browser.count(".engine[data-state='down']") == 1);
    look("no engine");
  }
}
