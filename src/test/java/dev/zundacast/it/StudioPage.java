package dev.zundacast.it;

import dev.zundacast.testkit.Browser;
import org.openqa.selenium.Keys;

/** What a person does on the studio's page, and waits for. */
record StudioPage(Browser browser) {
  static StudioPage of(Browser browser) {
    return new StudioPage(browser);
  }

  /** Waits until an episode shows this line. */
  void awaitLine(String id) {
    browser.find(row(id));
  }

  static String row(String id) {
    return "[data-line='" + id + "']";
  }

  /** Gives a line the focus, though what the keys before began may still end, and take it. */
  void focus(String id) {
    browser.await(
        id,
        () -> {
          browser.js("document.querySelector(arguments[0]).focus()", row(id));
          return focused("data-line").equals(id);
        });
  }

  /** Waits until the open line shows the accents of these moras, which can be moved by now. */
  void awaitAccents(String moras) {
    browser.await(
        "the accents of " + moras,
        () ->
            browser.count(".phrases[aria-busy=false]") == 1
                && browser.text(".card .phrases").replaceAll("\\s", "").contains(moras));
  }

  /** Waits until the page's one sound really goes on. */
  void awaitSound() {
    double from = second();
    browser.await("a sound that goes on", () -> isPlaying() && second() != from && second() > 0.05);
  }

  /** Whether it goes on now. */
  boolean isSounding() {
    return isPlaying() && second() > 0;
  }

  /** Whether a sound goes on, or has just begun to. */
  boolean isPlaying() {
    return Boolean.FALSE.equals(browser.js("return document.getElementById('audio').paused"));
  }

  private double second() {
    return ((Number) browser.js("return document.getElementById('audio').currentTime"))
        .doubleValue();
  }

  /** Waits until the line is spoken as its script says it now. */
  void awaitSpoken(String id) {
    browser.await(
        id + " spoken",
        () ->
            browser.count(row(id) + "[data-state='spoken']") == 1
                && browser.text("[role=status]").contains(id));
  }

  /** Goes on by the tabulator until what has the focus is such an element. */
  void tabTo(String css) {
    for (int i = 0; i < 100; i++) {
      if (Boolean.TRUE.equals(
          browser.js("return document.activeElement.matches(arguments[0])", css))) {
        return;
      }
      browser.press(Keys.TAB);
    }
    throw new AssertionError("no tabulator leads to " + css);
  }

  /** Goes down the list to a line, each time when the line before has given the focus away. */
  void arrowTo(String line) {
    String at = focused("data-line");
    while (!at.equals(line)) {
      String before = at;
      browser.press(Keys.ARROW_DOWN);
      browser.await("the line below " + at, () -> !focused("data-line").equals(before));
      at = focused("data-line");
    }
  }

  /** An attribute of what has the focus, "" where it has none. */
  String focused(String attribute) {
    Object value =
        browser.js("return document.activeElement.getAttribute(arguments[0]) ?? ''", attribute);
    return String.valueOf(value);
  }

  /** Builds the episode that is open, and waits for it. */
  void build() {
    browser.click(".player .build");
    awaitBuilt();
  }

  void awaitBuilt() {
    browser.await(
        "a finished build",
        () -> browser.text("[role=status]").matches(".*(作成|Build).*(終わ|done).*"));
  }

  /** Opens an episode from the show's table. */
  void open(String key) {
    browser.click("[data-post='" + key + "'] .title a");
    browser.find("[data-line]");
  }
}
