package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Everything that the studio's page does, done by keys alone. */
class StudioKeysIT {
  private static final String POST = "2026-03-02-1.md";
  private static final String LINE = "a1.02";

  private static final String WIDER_THAN_ITSELF =
      "return [...document.querySelectorAll('main, nav, .lines, .line, .card, dialog')]"
          + ".filter((each) => each.scrollWidth > each.clientWidth)"
          + ".map((each) => each.className).join()";

  private static final String BOTTOM_OF_HEAD =
      "return document.querySelector('.player').getBoundingClientRect().bottom";

  @TempDir Path folder;
  private TestEngine engine;
  private StudioRun studio;
  private Browser browser;
  private StudioPage page;
  private Path script;
  private final Set<String> pressed = new TreeSet<>();

  @BeforeEach
  void open() throws Exception {
    // Sounds have to last until somebody sees that they do.
    engine = TestEngine.with().natural().start();
    SampleSite show = SampleSite.in(folder.resolve("show"));
    show.post(1, 2);
    StudioRun.writeScripts(show.root());
    script = show.root().resolve("_zundacast/scripts/2026-03-02-1.txt");
    String text = Files.readString(script);
    Files.writeString(
        script,
        text.replaceFirst("(?m)^\\[a2\\.01\\] .*$", "[a2.01] 重さは45gで、Henlokuと新しい登山靴を使うのだ。")
            .replaceFirst("(?m)^\\[a1\\.02\\] .*$", "[a1.02] ソラマメヲマイタ"));
    studio =
        StudioRun.start(
            show.root(),
            // A voice that is made goes into the show's folder.
            Map.of("ZUNDACAST_VOICES", ""),
            "--engine",
            engine.url());
    browser = Browser.open(Browser.Look.USUAL);
    page = StudioPage.of(browser);
    studio.enter(browser);
  }

  @AfterEach
  void end() throws Exception {
    browser.close();
    studio.close();
    engine.close();
  }

  /** Presses what the help sheet calls so, and waits for what it does. */
  private void does(String name, BooleanSupplier done) {
    pressed.add(name);
    String[] keys = name.split(" ");
    CharSequence last = key(keys[keys.length - 1]);
    if (keys.length == 1) {
      browser.press(last);
    } else {
      browser.chord((Keys) key(keys[0]), last);
    }
    browser.await(name, done::getAsBoolean);
  }

  private static CharSequence key(String name) {
    return switch (name) {
      case "↑" -> Keys.ARROW_UP;
      case "↓" -> Keys.ARROW_DOWN;
      case "Esc" -> Keys.ESCAPE;
      case "Ctrl" -> Keys.CONTROL;
      case "Shift", "Alt", "Enter", "Space", "Home", "End", "Delete", "F2", "F4", "F8" ->
          Keys.valueOf(name.toUpperCase(java.util.Locale.ROOT));
      default -> name.toLowerCase(java.util.Locale.ROOT);
    };
  }

  private boolean isFocused(String id) {
    return page.focused("data-line").equals(id);
  }

  private boolean isDialog(String css) {
    return browser.count("dialog[open]" + css) == 1;
  }

  @Test
  void theSilenceBehindALineStandsInTheScriptOnceItIsTyped() throws Exception {
    page.open("2026-03-02-1.md");
    page.focus(LINE);
    browser.press(Keys.ENTER);
    page.tabTo(".card input[type=number][aria-label^='後の間']");
    browser.chord(Keys.CONTROL, "a");
    browser.press("0.5", Keys.ENTER);
    page.awaitSpoken(LINE);
    assertThat(script).content().contains("[" + LINE + " +0.5s]");
  }

  @Test
  void everyKeyOfTheHelpSheetDoesWhatItSays() throws Exception {
    page.tabTo("[data-post]");
    browser.press(Keys.ENTER);
    page.awaitLine(LINE);
    page.tabTo("[data-line]");
    moves();
    sounds();
    changes();
    opens();
    browser.press("?");
    browser.find("dialog .keys");
    Object said =
        browser.js(
            """
            return [...document.querySelectorAll('.keys dt')].flatMap((names) =>
              names.textContent.split(' / ').map((one) => one.trim().replace(/\\s+/g, ' ')));
            """);
    Set<String> all = new TreeSet<>();
    ((List<?>) said).forEach(name -> all.add(name.toString()));
    assertThat(pressed).isEqualTo(all);
  }

  @Test
  void whatWasAcceptedIsTakenBackInTheFieldAndALineOffersItsWords() throws Exception {
    browser.click("[data-post] a");
    page.awaitLine(LINE);
    String original = browser.text(StudioPage.row(LINE) + " .text");
    page.focus(LINE);
    browser.press(Keys.ENTER);
    browser.find(".card textarea:focus");
    browser.press(Keys.END, "もなのだ。", Keys.ENTER);
    page.awaitSpoken(LINE);
    assertThat(script).content().contains("もなのだ。");
    browser.chord(Keys.CONTROL, "z");
    browser.awaitText(StudioPage.row(LINE) + " .text", original);
    browser.await("the text in the field", () -> fieldText().equals(original));
    assertThat(script).content().doesNotContain("もなのだ。");
    browser.press(Keys.END, "よ", Keys.BACK_SPACE);
    assertThat(browser.text(StudioPage.row(LINE) + " .mark")).doesNotContain("下書き");
    browser.press(Keys.ESCAPE);
    page.focus("a2.01");
    browser.press("w");
    browser.find("dialog[open] .chips");
    browser.picture("words-of-a-line");
    assertThat(browser.js("return document.querySelector('dialog .chips').innerText.split(/\\s+/)"))
        .as("the guess first")
        .isEqualTo(List.of("Henloku", "重さ", "新しい", "登山靴", "使う"));
    browser.click("dialog .chips button");
    browser.await("the word", () -> browser.count("dialog [name=reading]:focus") == 1);
    assertThat(browser.js("return document.querySelector('dialog [name=word]').value"))
        .isEqualTo("Henloku");
    browser.press(Keys.ESCAPE);
    browser.await("the end of the dialog", () -> browser.count("dialog") == 0);
    page.focus("a2.01");
    browser.press("c");
    browser.find("dialog .finding-list");
    assertThat(browser.text("dialog .finding-list li")).as("the worst first").startsWith("エラー");
  }

  private String fieldText() {
    return String.valueOf(browser.js("return document.querySelector('.card textarea').value"));
  }

  private void moves() {
    does("End", () -> !isFocused(LINE));
    does("Home", () -> browser.count("[data-line]:focus") == 1);
    page.focus(LINE);
    does("↓", () -> isFocused("a1.03"));
    does("↑", () -> isFocused(LINE));
    does("Shift ↓", () -> browser.count("[data-line][aria-selected=true]") == 2);
    does("Shift ↑", () -> isFocused(LINE));
    does("Esc", () -> browser.count("[data-line][aria-selected=true]") == 0);
    does("F8", () -> isFocused("a2.01"));
    page.focus(LINE);
    does("Shift F8", () -> isFocused("a2.01"));
    page.focus(LINE);
  }

  private void sounds() {
    does("Space", page::isSounding);
    browser.press(Keys.ESCAPE);
    does("Shift Space", page::isSounding);
    browser.press(Keys.ESCAPE);
    page.focus(LINE);
    does("M", () -> browser.count(StudioPage.row(LINE) + " [aria-pressed=true]") == 1);
    int before = engine.count("/synthesis");
    does("R", () -> engine.count("/synthesis") > before);
    browser.await("no mark", () -> browser.count("[data-line] [aria-pressed=true]") == 0);
    does("L", () -> browser.text(StudioPage.row(LINE) + " .mark").contains("承認"));
    browser.press("l");
    browser.await("no approval", () -> !browser.text(StudioPage.row(LINE)).contains("承認"));
  }

  private void changes() throws Exception {
    String original = browser.text(StudioPage.row(LINE) + " .text");
    int lines = browser.count("[data-line]");
    does("Ctrl D", () -> browser.count("[data-line]") == lines + 1);
    does("Ctrl Z", () -> browser.count("[data-line]") == lines);
    does("Ctrl Y", () -> browser.count("[data-line]") == lines + 1);
    browser.chord(Keys.CONTROL, "z");
    browser.await("undone", () -> browser.count("[data-line]") == lines);
    new org.openqa.selenium.interactions.Actions(browser.driver())
        .keyDown(Keys.CONTROL)
        .keyDown(Keys.SHIFT)
        .sendKeys("z")
        .keyUp(Keys.SHIFT)
        .keyUp(Keys.CONTROL)
        .perform();
    pressed.add("Ctrl Shift Z");
    browser.await("Ctrl Shift Z", () -> browser.count("[data-line]") == lines + 1);
    browser.chord(Keys.CONTROL, "z");
    browser.await("undone", () -> browser.count("[data-line]") == lines);
    page.focus(LINE);
    does("Alt ↑", () -> indexOf(LINE) < indexOf("a1.01"));
    does("Alt ↓", () -> indexOf(LINE) > indexOf("a1.01"));
    page.focus(LINE);
    does("Shift Delete", () -> browser.count("[data-line]") == lines - 1);
    browser.chord(Keys.CONTROL, "z");
    browser.await("undone", () -> browser.count("[data-line]") == lines);
    page.focus(LINE);
    does("Enter", () -> browser.count(".card textarea:focus") == 1);
    browser.find(".card .mora");
    browser.press(Keys.END, "もなのだ。");
    page.awaitAccents("モナノダ");
    page.tabTo(".card .mora");
    does("F4", () -> browser.count(".mora[data-devoiced=true]") > 0);
    does("F2", () -> browser.count(".kana:focus") == 1);
    browser.press(Keys.ESCAPE);
    browser.await("no field", () -> browser.count(".kana") == 0);
    page.tabTo(".card input[type=number]");
    does("Ctrl Enter", () -> written().contains(">> _") && !hasDraft());
    page.awaitSpoken(LINE);
    assertThat(browser.text(StudioPage.row(LINE) + " .text")).isNotEqualTo(original);
    browser.press(Keys.ESCAPE);
    page.focus(LINE);
    does("[", () -> browser.text(StudioPage.row(LINE) + " .text").equals(original));
    does("]", () -> !browser.text(StudioPage.row(LINE) + " .text").equals(original));
    page.focus(LINE);
    does("Shift Enter", () -> browser.count("[data-line]") == lines + 1);
    browser.find(".card textarea:focus");
    browser.press(Keys.ESCAPE);
    browser.await("no card", () -> browser.count(".card") == 0);
    browser.chord(Keys.CONTROL, "z");
    browser.await("undone", () -> browser.count("[data-line]") == lines);
    browser.await("the focus", () -> browser.count("[data-line]:focus") == 1);
    assertThat(script).content().contains("もなのだ。");
  }

  /** Changes are kept at once, though what is heard of them comes a moment later. */
  @Test
  void accentsThatWereNotHeardYetAreKeptWithTheLine() {
    page.open("2026-03-02-1.md");
    page.focus(LINE);
    browser.press(Keys.ENTER);
    page.tabTo(".card .mora");
    browser.chord(Keys.CONTROL, Keys.ENTER);
    page.awaitSpoken(LINE);
    page.tabTo(".card .mora");
    browser.press(Keys.F4);
    browser.chord(Keys.CONTROL, Keys.ENTER);
    browser.await("the accents", () -> written().contains(">> _") && !hasDraft());
    page.awaitSpoken(LINE);
    browser.press(Keys.ESCAPE);
    page.focus(LINE);
    browser.press("[");
    browser.await("the sound before", () -> !written().contains(">>"));
    assertThat(hasDraft()).isFalse();
    browser.press("]");
    browser.await("the later sound", () -> written().contains(">> _"));
  }

  @Test
  void aFieldThatIsEmptiedTakesNoNumber() {
    page.open("2026-03-02-1.md");
    page.focus(LINE);
    browser.press(Keys.ENTER);
    page.tabTo(".card input[type=number][aria-label^='音量']");
    browser.chord(Keys.CONTROL, "a");
    browser.press(Keys.DELETE, Keys.TAB);
    assertThat(hasDraft()).isFalse();
    browser.chord(Keys.SHIFT, Keys.TAB);
    assertThat(browser.js("return document.activeElement.value")).isEqualTo("1.00");
  }

  private boolean hasDraft() {
    return browser.text(StudioPage.row(LINE) + " .mark").contains("下書き");
  }

  private String written() {
    try {
      return Files.readString(script);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private long indexOf(String id) {
    return ((Number)
            browser.js(
                "return [...document.querySelectorAll('[data-line]')]"
                    + ".findIndex((each) => each.dataset.line === arguments[0])",
                id))
        .longValue();
  }

  private void opens() {
    for (String key : List.of("W", "C", "P", "/", "?")) {
      page.focus(LINE);
      does(key, () -> isDialog(""));
      browser.press(Keys.ESCAPE);
      browser.await("the end of the dialog", () -> browser.count("dialog") == 0);
      browser.await("the line again", () -> isFocused(LINE));
    }
    does("B", () -> browser.text("[role=status]").contains("作成"));
    page.awaitBuilt();
    page.focus(LINE);
  }

  /** In a window as narrow as a telephone's nothing has to be pushed sideways to be seen. */
  @Test
  void anOpenLineFitsATelephoneAndItsAccentsAreOneStopOfTheTabulator() {
    browser.wear(new Browser.Look("ja-JP", "dark", 400, 800));
    browser.click("[data-post] .title a");
    page.awaitLine("a2.01");
    page.focus("a2.01");
    browser.press(Keys.ENTER);
    browser.find(".card .mora");
    assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(400L);
    assertThat(browser.js(WIDER_THAN_ITSELF)).isEqualTo("");
    assertThat(((Number) browser.js(BOTTOM_OF_HEAD)).intValue()).isLessThan(200);
    WebElement reading = browser.find(".card textarea[id='spoken a2.01']");
    int before = reading.getSize().height;
    reading.sendKeys("ソラマメヲユデタノダ".repeat(6));
    browser.await("a higher field", () -> reading.getSize().height > before);
    page.awaitAccents("ユデタノダ");

    page.tabTo(".card .mora");
    assertThat(browser.count(".phrases [tabindex='0']")).isEqualTo(1);
    Object first = browser.js("return document.activeElement.textContent");
    browser.press(Keys.END);
    browser.press(Keys.TAB);
    assertThat(browser.js("return document.activeElement.closest('.phrases')")).isNull();
    browser.chord(Keys.SHIFT, Keys.TAB);
    assertThat(browser.js("return document.activeElement.matches('.phrases button:last-child')"))
        .isEqualTo(true);
    browser.press(Keys.HOME);
    assertThat(browser.js("return document.activeElement.textContent")).isEqualTo(first);
    browser.press(Keys.ESCAPE);
    accentsAreChangedByKeys();

    browser.js("location.hash = '#/settings'");
    browser.click(".entries button");
    browser.find("dialog input").sendKeys("voicevox");
    browser.find("dialog .diff");
    assertThat(browser.js(WIDER_THAN_ITSELF)).isEqualTo("");
  }

  private void accentsAreChangedByKeys() {
    page.focus(LINE);
    browser.press(Keys.ENTER);
    browser.find(".card .mora");
    page.tabTo(".card .mora");
    browser.press(Keys.HOME, Keys.ARROW_RIGHT);
    assertThat(browser.js("return document.activeElement.className")).isEqualTo("cut");
    int moras = browser.count(".card .mora");
    browser.press(Keys.ENTER);
    browser.await("two phrases", () -> browser.count(".card .join:focus") == 1);
    browser.press(Keys.ENTER);
    browser.await("one phrase", () -> browser.count(".card .cut:focus") == 1);
    assertThat(browser.count(".card .mora")).isEqualTo(moras);
    browser.press(Keys.ARROW_LEFT, Keys.ARROW_UP);
    browser.await("a higher mora", () -> browser.text(".card .mora small").equals("+0.1"));
    browser.chord(Keys.SHIFT, Keys.ARROW_UP);
    browser.await("a longer one", () -> browser.text(".accents-text").contains("[+0.1*1.1]"));
  }

  private void anArrowLeadsIntoTheListFromWhereNothingHasTheFocus() {
    browser.find("[data-post]");
    browser.js("document.activeElement.blur()");
    browser.press(Keys.ARROW_DOWN);
    browser.await("a post", () -> browser.count("[data-post]:focus") == 1);
    browser.click("[data-post] a");
    page.awaitLine(LINE);
    browser.press(Keys.ARROW_DOWN);
    browser.await("the first line", () -> isFocused("opening.01"));
  }

  private void enterTwiceMakesOneVoiceAndSaysNothingWrong() {
    browser.click(".new-voice:enabled");
    WebElement name = browser.find("dialog [name=voice]");
    name.sendKeys(Keys.chord(Keys.CONTROL, "a"), "二世", Keys.ENTER, Keys.ENTER);
    browser.await("the end of the dialog", () -> browser.count("dialog") == 0);
    assertThat(browser.text("[role=status]")).contains(".yaml");
    assertThat(browser.text("[role=alert]")).isEmpty();
    assertThat(folder.resolve("show/_zundacast/voices/二世.yaml")).isRegularFile();
  }

  /**
   * An arrow leads into each list. What has no key of its own is reached by the tabulator, on every
   * page and in every dialog, of which one makes a voice.
   */
  @Test
  void theTabulatorLeadsToEverythingElse() {
    isReached("show");
    anArrowLeadsIntoTheListFromWhereNothingHasTheFocus();
    page.focus(LINE);
    isReached("episode");
    page.focus(LINE);
    browser.press(Keys.ENTER);
    browser.find(".card .mora");
    isReached("card");
    browser.press(Keys.ESCAPE);
    for (String key : List.of("w", "c", "p", "/", "?")) {
      page.focus(LINE);
      browser.press(key);
      browser.find("dialog[open]");
      browser.await("an answer", () -> browser.count("dialog .sheet > .quiet:only-child") == 0);
      isReached("dialog " + key);
      browser.press(Keys.ESCAPE);
      browser.await("the end of the dialog", () -> browser.count("dialog") == 0);
    }
    for (String name : List.of("dictionary", "engines", "settings", "voices")) {
      browser.js("location.hash = '#/" + name + "'");
      browser.await(
          name, () -> browser.count(".page .empty") == 0 && browser.count(".page h1") == 1);
      isReached(name);
    }
    enterTwiceMakesOneVoiceAndSaysNothingWrong();
  }

  /**
   * Presses the tabulator as often as there are things to reach. Of rows and accents those parts
   * are left out that a key does while the row or another mora has the focus.
   */
  private void isReached(String where) {
    browser.js(
        """
        const root = document.querySelector('dialog[open]') ?? document.body;
        window.missed = new Set([...root.querySelectorAll(
          'a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((each) =>
          !each.disabled && !each.closest(':disabled') && each.checkVisibility()
          && !(each.tabIndex < 0 && each.closest('[data-line], [data-post], .phrases'))
          && !(each.type === 'radio' && !each.checked)));
        window.missing = [...window.missed].slice(0, 300);
        window.missed = new Set(window.missing);
        window.reached = (event) => window.missed.delete(event.target);
        document.removeEventListener('focusin', window.watching);
        window.watching = window.reached;
        document.addEventListener('focusin', window.watching);
        window.missed.delete(document.activeElement);
        """);
    long count = ((Number) browser.js("return window.missing.length")).longValue();
    for (int i = 0; i <= count + 10 && left().longValue() > 0; i++) {
      browser.press(Keys.TAB);
    }
    assertThat((List<?>) browser.js("return [...window.missed].map((each) => each.outerHTML)"))
        .as(where)
        .isEmpty();
  }

  private Number left() {
    return (Number) browser.js("return window.missed.size");
  }
}
