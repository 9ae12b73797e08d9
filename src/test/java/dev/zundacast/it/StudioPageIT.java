package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.PageTools;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Whether all people can use the studio's page, and how much it costs them and their machine. */
class StudioPageIT {
  private static final boolean LONG = "long".equals(System.getProperty("zundacast.test.size"));
  private static final int LINES = 1000;
  private static final int EDITS = 100;
  private static final Browser.Look LIGHT = Browser.Look.USUAL;

  /**
   * Of 5 s. A wake costs 0.3 ms on a quiet host and 4 ms on one whose others take its caches; an
   * idle studio wakes 15 times, and Java may still compile what the edits used.
   */
  private static final long IDLE_MILLIS = 150;

  /**
   * Of its threads in 5 s, whatever the host charges for one: Java's own wake 35 times, a look at
   * the engine is 20 more, and whoever polled every 50 ms would wake 100 times.
   */
  private static final long IDLE_WAKES = 120;

  @TempDir static Path folder;
  private static TestEngine engine;
  private static StudioRun studio;
  private static Path longScript;

  @BeforeAll
  static void show() throws Exception {
    engine = TestEngine.start();
    SampleSite show = SampleSite.in(folder.resolve("show"));
    show.post(1, 2);
    show.post(2, 1);
    StudioRun.writeScripts(show.root());
    longScript = show.root().resolve("_zundacast/scripts/2026-03-03-2.txt");
    Files.writeString(longScript, withManyLines(Files.readString(longScript)));
    // What the process takes counts in the long tests alone, and is less for one compiler.
    Map<String, String> asForPeople = LONG ? Map.of("JDK_JAVA_OPTIONS", "") : Map.of();
    studio = StudioRun.start(show.root(), asForPeople, "--engine", engine.url());
  }

  @AfterAll
  static void end() throws Exception {
    studio.close();
    engine.close();
  }

  private static String withManyLines(String script) {
    String more =
        IntStream.rangeClosed(1, LINES)
            .mapToObj(n -> "[a1.x" + n + "] " + n + "粒目のそら豆を、ゆっくり水に浸しているのだ。")
            .collect(Collectors.joining("\n"));
    return script.replaceFirst("(?m)^\\[a1\\.01\\]", more + "\n[a1.01]");
  }

  @Test
  void axeFindsNothing() throws Exception {
    try (Browser browser = Browser.open(LIGHT)) {
      studio.enter(browser);
      axe(browser, "show", LIGHT);
      StudioPage.of(browser).open("2026-03-02-1.md");
      axe(browser, "episode", LIGHT);
      browser.click(StudioPage.row("a1.01") + " .act [aria-label*='直す']");
      browser.find(".card .mora");
      axe(browser, "card", LIGHT);
      for (String dialog : List.of("help", "diff", "check", "publish", "replace", "everywhere")) {
        open(browser, dialog);
        axe(browser, dialog, LIGHT);
        browser.press(Keys.ESCAPE);
      }
      browser.click(".section-tools [aria-label*='題を変える']");
      browser.find("dialog[open]");
      axe(browser, "section", LIGHT);
      browser.press(Keys.ESCAPE);
      browser.await("the end of the dialog", () -> browser.count("dialog") == 0);
      browser.js("document.querySelector('[data-line=\"a1.01\"]').focus()");
      browser.chord(Keys.SHIFT, Keys.ARROW_DOWN);
      browser.find(".selection");
      axe(browser, "selection", LIGHT);
      for (String name : List.of("dictionary", "voices", "engines", "settings")) {
        browser.click(".head nav a[href='#/" + name + "']");
        browser.await(
            name, () -> browser.count(".page .empty") == 0 && browser.count(".page h1") == 1);
        axe(browser, name, LIGHT);
        browser.picture(name);
      }
      browser.wear(LIGHT.narrow());
      browser.click(".head nav a");
      StudioPage.of(browser).open("2026-03-02-1.md");
      axe(browser, "narrow", LIGHT.narrow());
      browser.picture("narrow");
    }
  }

  private static void open(Browser browser, String dialog) {
    String key =
        List.of("?", "", "c", "p", "/", "w")
            .get(
                List.of("help", "diff", "check", "publish", "replace", "everywhere")
                    .indexOf(dialog));
    browser.press(Keys.ESCAPE);
    browser.find(StudioPage.row("a1.01"));
    browser.js("document.querySelector('[data-line=\"a1.01\"]').focus()");
    if (key.isEmpty()) {
      browser.click(".player-head .narrate + button");
    } else {
      browser.press(key);
    }
    browser.find("dialog[open]");
    browser.await(dialog, () -> browser.count("dialog .sheet > .quiet:only-child") == 0);
  }

  /** All rules in the light theme, and in the dark one those that depend on colours. */
  private static void axe(Browser browser, String where, Browser.Look light) throws IOException {
    axe(browser, where);
    browser.wear(light.dark());
    axe(browser, where + ", dark", "color-contrast", "link-in-text-block");
    browser.wear(light);
  }

  /** These rules, or all of them, find nothing on the page as it is. */
  static void axe(Browser browser, String where, String... rules) throws IOException {
    if (!Boolean.TRUE.equals(browser.js("return 'axe' in window"))) {
      browser.js(PageTools.script("axe-core/axe.min.js"));
    }
    Object found =
        browser
            .driver()
            .executeAsyncScript(
                """
                const [rules, done] = arguments;
                axe.run(rules.length ? { runOnly: { type: 'rule', values: rules } } : {}).then((result) =>
                  done(result.violations.map((rule) =>
                    `${rule.id}: ${rule.nodes.map((n) => n.html + ' ' + n.failureSummary).join(' | ')}`)));
                """,
                List.of(rules));
    assertThat((List<?>) found).as(where).isEmpty();
  }

  @Test
  @Tag("long")
  void aThousandLinesAreThereInASecondAndScrollSmoothly() throws Exception {
    try (Browser browser = Browser.open(Browser.Look.USUAL)) {
      studio.enter(browser);
      StudioPage.of(browser).open("2026-03-03-2.md");
      browser.await("all lines", () -> browser.count("[data-line]") > LINES);
      assertThat(calmest(1000, () -> usableMillis(browser))).as("ms until usable").isLessThan(1000);
      assertThat(calmest(50, () -> scrolled(browser, 0)))
          .as("ms of the longest task")
          .isLessThan(50);
      assertThat(scrolled(browser, 90)).as("a task of 90 ms is seen").isGreaterThanOrEqualTo(90);
    }
  }

  /**
   * The best of up to 20 attempts at less than {@code limit}: what other programs on the machine
   * take, and what its host takes of the machine, is not ours.
   */
  private static long calmest(long limit, Callable<Long> measure) throws Exception {
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 20 && least >= limit; attempt++) {
      least = Math.min(least, measure.call());
    }
    return least;
  }

  private static long usableMillis(Browser browser) {
    browser.js("location.hash = '#/show'");
    browser.find("[data-post]");
    return ((Number)
            browser
                .driver()
                .executeAsyncScript(
                    """
                    const done = arguments[0];
                    const from = performance.now();
                    location.hash = '#/episode/2026-03-03-2.md';
                    const look = () => document.querySelector('[data-line]')
                      ? requestAnimationFrame(() => done(Math.round(performance.now() - from)))
                      : requestAnimationFrame(look);
                    look();
                    """))
        .longValue();
  }

  /**
   * The longest that the page's own thread was at work without a break while a page that was just
   * opened scrolled; 0 when no task took 50 ms, from which on browsers report one. One task is made
   * to take {@code busyMillis}.
   */
  private static long scrolled(Browser browser, int busyMillis) {
    usableMillis(browser);
    browser.await("all lines", () -> browser.count("[data-line]") > LINES);
    return ((Number)
            browser
                .driver()
                .executeAsyncScript(
                    """
                    const [busy, done] = arguments;
                    const list = document.querySelector('.lines');
                    let longest = 0;
                    let steps = 0;
                    const seen = new PerformanceObserver((tasks) => tasks.getEntries()
                      .forEach(({ duration }) => longest = Math.max(longest, duration)));
                    const end = () => { seen.disconnect(); done(Math.round(longest)); };
                    const scroll = () => {
                      const until = performance.now() + (steps === 30 ? busy : 0);
                      while (performance.now() < until);
                      list.scrollTop += 400;
                      if (++steps < 60) requestAnimationFrame(scroll);
                      else setTimeout(end, 300);
                    };
                    list.scrollTop = 0;
                    setTimeout(() => {
                      seen.observe({ entryTypes: ['longtask'] });
                      requestAnimationFrame(scroll);
                    }, 300);
                    """,
                    busyMillis))
        .longValue();
  }

  @Test
  void anInputMethodKeepsItsKeysToItself() throws Exception {
    try (Browser browser = Browser.open(Browser.Look.USUAL)) {
      studio.enter(browser);
      StudioPage page = StudioPage.of(browser);
      page.open("2026-03-02-1.md");
      browser.click(StudioPage.row("a2.01") + " .act [aria-label*='直す']");
      browser.find(".card textarea");
      browser.press(Keys.END);
      Map<String, Object> composed = Map.of("text", "とっか", "selectionStart", 3, "selectionEnd", 3);
      browser.driver().executeCdpCommand("Input.imeSetComposition", composed);
      for (String key : List.of("Enter", "Escape", "m", "F8")) {
        browser
            .driver()
            .executeCdpCommand("Input.dispatchKeyEvent", Map.of("type", "rawKeyDown", "key", key));
      }
      browser.driver().executeCdpCommand("Input.insertText", Map.of("text", "特化"));
      browser.await("the card", () -> browser.count(".card textarea") >= 1);
      assertThat(browser.js("return document.querySelector('.card textarea').value").toString())
          .endsWith("特化");
      assertThat(browser.count(StudioPage.row("a2.01") + "[data-state='none']")).isOne();
      browser.press(Keys.ENTER);
      page.awaitSpoken("a2.01");
    }
  }

  @Test
  void theBrowsersLanguageIsThePages() throws Exception {
    try (Browser browser = Browser.open(Browser.Look.USUAL.english())) {
      studio.enter(browser);
      assertThat(browser.text("h1")).isEqualTo("Show");
      assertThat(browser.js("return document.documentElement.lang")).isEqualTo("en");
    }
  }

  @Test
  @Tag("long")
  void aHundredEditsLeaveTheProcessSmallAndIdle() throws Exception {
    try (Browser browser = Browser.open(Browser.Look.USUAL)) {
      studio.enter(browser);
      StudioPage page = StudioPage.of(browser);
      page.open("2026-03-02-1.md");
      browser.click(StudioPage.row("a1.02") + " .act [aria-label*='直す']");
      browser.find(".card textarea");
      for (int i = 1; i <= EDITS; i++) {
        String text = i + "回目の文なのだ。";
        browser.chord(Keys.CONTROL, "a");
        browser.press(text, Keys.ENTER);
        browser.awaitText(StudioPage.row("a1.02") + " .text", text);
        page.awaitSpoken("a1.02");
      }
      browser.press(Keys.ESCAPE);
      browser.await("silence", () -> browser.count(".line.heard") == 0);
      assertThat(calmest(IDLE_MILLIS, StudioPageIT::fiveSeconds))
          .as("ms of processor time in 5 s")
          .isLessThan(IDLE_MILLIS);
      assertThat(calmest(IDLE_WAKES, StudioPageIT::wakesInFiveSeconds))
          .as("wakes of all threads in 5 s")
          .isLessThan(IDLE_WAKES);
      assertThat(residentMegabytes()).as("MB resident").isLessThanOrEqualTo(350);
    }
  }

  private static long fiveSeconds() throws Exception {
    long before = processorMillis();
    Thread.sleep(5000);
    return processorMillis() - before;
  }

  private static long wakesInFiveSeconds() throws Exception {
    long before = wakes();
    Thread.sleep(5000);
    return wakes() - before;
  }

  /** How often a thread that is there now gave up its processor to wait. */
  private static long wakes() throws IOException {
    long all = 0;
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + studio.pid() + "/task"))) {
      for (Path task : tasks.toList()) {
        all += wakes(task);
      }
    }
    return all;
  }

  private static long wakes(Path task) {
    try {
      return number(Files.readString(task.resolve("status")), "voluntary_ctxt_switches:");
    } catch (IOException ended) {
      return 0;
    }
  }

  private static long number(String status, String name) {
    String line = status.lines().filter(it -> it.startsWith(name)).findFirst().orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", ""));
  }

  private static long residentMegabytes() throws IOException {
    String status = Files.readString(Path.of("/proc/" + studio.pid() + "/status"));
    return number(status, "VmRSS:") / 1024;
  }

  /** The kernel counts in hundredths of a second. */
  private static long processorMillis() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + studio.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10;
  }
}
