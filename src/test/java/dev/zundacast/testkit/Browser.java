package dev.zundacast.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real Chromium with a profile of its own, which real clicks and keys drive. One that a test has
 * closed is the next test's, which finds nothing of the one before it.
 */
public final class Browser implements AutoCloseable {
  /** How long something may take on a busy machine before a test calls it missing. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** It warns of parts of Chromium's protocol that no test uses. */
  private static final Logger LOG = Logger.getLogger("org.openqa.selenium");

  /** A page has few colours: 64 of them make a picture a third as large. */
  private static final String SMALL =
      "split[a][b];[a]palettegen=max_colors=64:reserve_transparent=0[p];"
          + "[b][p]paletteuse=dither=none";

  /** Those that are closed; they end with this process. */
  private static final Deque<Browser> CLOSED = new ConcurrentLinkedDeque<>();

  private final Path profile;
  private final ChromeDriver driver;

  private Browser(Path profile, ChromeDriver driver) {
    this.profile = profile;
    this.driver = driver;
  }

  /** How a person's browser is set up. */
  public record Look(String language, String theme, int width, int height) {
    /** A wide window, light, in Japanese. */
    public static final Look USUAL = new Look("ja-JP", "light", 1360, 900);

    /** The same in the other theme. */
    public Look dark() {
      return new Look(language, "dark", width, height);
    }

    /** The same in English. */
    public Look english() {
      return new Look("en-US", theme, width, height);
    }

    /** The same in a window as narrow as a telephone. */
    public Look narrow() {
      return new Look(language, theme, 420, height);
    }
  }

  /** One without windows, cookies and stored values of others, in this language and look. */
  public static Browser open(Look look) throws IOException {
    Browser closed = CLOSED.poll();
    Browser browser = closed != null && closed.isForgetful() ? closed : start(look);
    browser.wear(look);
    return browser;
  }

  private static Browser start(Look look) throws IOException {
    Programs.require("chromium");
    Programs.require("chromedriver");
    LOG.setLevel(Level.SEVERE);
    Path profile = Files.createTempDirectory("zundacast-browser");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, withFlags(profile, look));
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    Browser browser = new Browser(profile, driver);
    Runtime.getRuntime().addShutdownHook(new Thread(browser::end));
    return browser;
  }

  /** Opens an empty window in place of all others; whether that could be done. */
  private boolean isForgetful() {
    try {
      Set<String> old = driver.getWindowHandles();
      String fresh = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
      old.forEach(window -> driver.switchTo().window(window).close());
      driver.switchTo().window(fresh);
      driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
      driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
      driver.executeCdpCommand(
          "Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
      return true;
    } catch (WebDriverException broken) {
      end();
      return false;
    }
  }

  private static ChromeOptions withFlags(Path profile, Look look) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--mute-audio",
        "--accept-lang=" + look.language(),
        "--lang=" + look.language(),
        "--window-size=" + look.width() + "," + look.height(),
        "--user-data-dir=" + profile);
    return options;
  }

  /** Changes the window, the theme and the language. */
  public void wear(Look look) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            look.width(),
            "height",
            look.height(),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", look.theme()))));
    Object agent = js("return navigator.userAgent");
    driver.executeCdpCommand(
        "Emulation.setUserAgentOverride",
        Map.of("userAgent", agent, "acceptLanguage", look.language()));
  }

  public ChromeDriver driver() {
    return driver;
  }

  public void go(String address) {
    driver.get(address);
  }

  /** The first element that a CSS selector names, as soon as it is there. */
  public WebElement find(String css) {
    return await(
        css, () -> driver.findElements(By.cssSelector(css)).stream().findFirst().orElse(null));
  }

  /** How many elements a CSS selector names now. */
  public int count(String css) {
    return driver.findElements(By.cssSelector(css)).size();
  }

  /** Clicks with the mouse what a CSS selector names. */
  public void click(String css) {
    await("a click on " + css, () -> clicked(css));
  }

  private Boolean clicked(String css) {
    find(css).click();
    return true;
  }

  /** Presses keys where the focus is, one after the other. */
  public void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses a key while others are held. */
  public void chord(Keys held, CharSequence key) {
    new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
  }

  /** What a script of the page gives. */
  public Object js(String script, Object... values) {
    return driver.executeScript(script, values);
  }

  /** The text of what a CSS selector names, "" while it is not there. */
  public String text(String css) {
    Object text = js("return document.querySelector(arguments[0])?.textContent.trim() ?? ''", css);
    return String.valueOf(text);
  }

  /** Waits until something is there and true, and says what was missing. */
  public <T> T await(String what, Supplier<T> value) {
    return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100))
        .ignoring(StaleElementReferenceException.class)
        .ignoring(WebDriverException.class)
        .withMessage(() -> what + "; the page says: " + text("body"))
        .until(any -> value.get());
  }

  /** Waits until what a CSS selector names has this text in it. */
  public void awaitText(String css, String part) {
    await(css + " with " + part, () -> text(css).contains(part));
  }

  /** Keeps a picture of the window in the folder that {@code -Dzundacast.pictures} names. */
  public void picture(String name) throws IOException {
    String wanted = System.getProperty("zundacast.pictures");
    if (wanted != null) {
      Path file = Files.createDirectories(Path.of(wanted)).resolve(name + ".png");
      Path taken = driver.getScreenshotAs(OutputType.FILE).toPath();
      Programs.output(
          "ffmpeg", "-v", "error", "-y", "-i", taken.toString(), "-vf", SMALL, file.toString());
      Files.delete(taken);
    }
  }

  /** Leaves it to the next who opens one. */
  @Override
  public void close() {
    CLOSED.add(this);
  }

  private void end() {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
