package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile names of folders, files, posts, words, tags and engines: the studio's page shows each as
 * text, whatever it holds.
 */
class StudioNamesIT {
  private static final String EVIL = "<img src=x onerror=window.hacked=1>";
  private static final String SCRIPT = "javascript:window.hacked=1";
  private static final String TURNED = "\u202Edcba\u2066efg";
  private static final String POST = "2026-03-02-" + EVIL + ".md";

  /** A name that no file should have: the program says so, and the page shows that as text. */
  private static final String UNSEEN = "2026-03-01-" + EVIL + TURNED + ".md";

  @TempDir Path folder;

  @Test
  void showAsTextOnEveryPage() throws Exception {
    Path site = site();
    try (TestEngine engine = TestEngine.with().brand(EVIL).version(SCRIPT).start();
        StudioRun studio = StudioRun.start(site, "--engine", engine.url());
        Browser browser = Browser.open(Browser.Look.USUAL)) {
      StudioPage page = StudioPage.of(browser);
      studio.enter(browser);
      browser.awaitText(".engine", EVIL + " " + SCRIPT);
      browser.click("[data-post]:last-child .act button");
      browser.awaitText(".alarm", EVIL);
      nothingRan(browser);
      browser.click("[data-post] .act button");
      page.awaitBuilt();
      browser.awaitText("[data-post] .title", EVIL + TURNED);
      nothingRan(browser);
      browser.click("[data-post] .title a");
      page.awaitLine("a1.01");
      dialog(browser, ".player-head .main", ".files", EVIL + ".mp3");
      assertThat(browser.text("dialog")).contains(SCRIPT);
      browser.click("dialog header button");
      dialog(browser, ".player-head button:nth-of-type(2)", ".sheet", "");
      browser.click("dialog header button");
      dialog(browser, ".player-head button:nth-of-type(3)", ".finding-list", "");
      browser.click("dialog header button");
      pages(browser);
      browser.picture("hostile-names");
    }
  }

  /** A show in which all that can be named has such a name. */
  private Path site() throws Exception {
    SampleSite show = SampleSite.in(folder.resolve(EVIL));
    Path plain = show.post(1, "/audio/" + EVIL + ".mp3", 1);
    String text =
        Files.readString(plain)
            .replaceFirst("(?m)^audio_file_path: (.*)$", "audio_file_path: '$1'")
            .replaceFirst("(?m)^title: .*$", "title: '" + EVIL + TURNED + " " + SCRIPT + "'");
    Files.delete(plain);
    Files.writeString(plain.resolveSibling(POST), text);
    Files.writeString(plain.resolveSibling(UNSEEN), text.replace(".mp3", "2.mp3"));
    return show.root();
  }

  private static void dialog(Browser browser, String button, String part, String text) {
    browser.click(button);
    browser.awaitText("dialog " + part, text);
    browser.await("the answer", () -> browser.count("dialog .sheet > .quiet:only-child") == 0);
    nothingRan(browser);
  }

  private static void pages(Browser browser) {
    for (String name : List.of("dictionary", "engines", "settings")) {
      browser.click(".head nav a[href='#/" + name + "']");
      browser.await(
          name, () -> browser.count(".page .empty") == 0 && browser.count(".page h1") == 1);
      if (name.equals("dictionary")) {
        addWord(browser);
      }
      browser.awaitText(".page", EVIL);
      nothingRan(browser);
    }
  }

  private static void addWord(Browser browser) {
    browser.click(".tools > button");
    browser.find("dialog input[name=word]").sendKeys(EVIL);
    browser.find("dialog input[name=reading]").sendKeys("エックス");
    browser.click("dialog .sheet-buttons .main");
    browser.await("the end of the dialog", () -> browser.count("dialog") == 0);
  }

  private static void nothingRan(Browser browser) {
    assertThat(browser.js("return window.hacked ?? null")).isNull();
    assertThat(browser.count("img")).isZero();
    assertThat(browser.count("[href^='javascript'], [src^='javascript']")).isZero();
  }
}
