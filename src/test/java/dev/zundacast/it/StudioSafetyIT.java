package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What other people's texts and other people's pages can do to the studio's page: nothing. */
class StudioSafetyIT {
  private static final String EVIL = "<img src=x onerror=\"window.hacked=1\">";
  private static final String TURNED = "\u202Eabc\u2066def";

  @TempDir Path folder;
  private TestEngine engine;
  private Path site;
  private Path script;
  private Browser browser;
  private StudioPage page;

  @BeforeEach
  void show() throws Exception {
    engine = TestEngine.start();
    SampleSite show = SampleSite.in(folder.resolve("show"));
    Path post = show.post(1, 1);
    site = show.root();
    String text = Files.readString(post);
    Files.writeString(post, text.replace("title: そらまめ通信 第1回", "title: '" + EVIL + "'"));
    script = site.resolve("_zundacast/scripts/2026-03-02-1.txt");
    StudioRun.writeScripts(site);
    browser = Browser.open(Browser.Look.USUAL);
    page = StudioPage.of(browser);
  }

  @AfterEach
  void end() {
    browser.close();
    engine.close();
  }

  private void nothingRan() {
    assertThat(browser.js("return window.hacked ?? null")).isNull();
    assertThat(browser.count("img")).isZero();
    assertThat(browser.count("[href^='javascript']")).isZero();
  }

  @Test
  void hostileTextsShowAsText() throws Exception {
    String hostile =
        Files.readString(script)
            .replaceFirst("(?m)^\\[a1\\.01\\] .*$", "[a1.01] " + EVIL + TURNED + "なのだ。")
            .replaceFirst("(?m)^@source .*$", "@source javascript:window.hacked=1");
    Files.writeString(script, hostile);
    engine.failAlways(
        "/audio_query",
        TestEngine.json(500, "{\"detail\":\"<img src=x onerror=window.hacked=1>\"}"));
    try (StudioRun studio = StudioRun.start(site, "--engine", engine.url())) {
      studio.enter(browser);
      browser.awaitText("[data-post] .title", EVIL);
      browser.click("[data-post] .title a");
      page.awaitLine("a1.01");
      assertThat(browser.text(".player h1")).isEqualTo(EVIL);
      browser.awaitText(StudioPage.row("a1.01") + " .text", EVIL + TURNED);
      browser.click(StudioPage.row("a1.01") + " .act [aria-label*='直す']");
      browser.find(".card textarea");
      browser.press(Keys.ENTER);
      browser.await(
          "the engine's words",
          () -> browser.count(StudioPage.row("a1.01") + "[data-state='failed']") == 1);
      nothingRan();
      browser.picture("hostile");
    }
  }

  @Test
  void aPageOfAnotherOriginCanNeitherReadNorWrite() throws Exception {
    HttpServer other = otherOrigin();
    try (StudioRun studio = StudioRun.start(site, "--engine", engine.url())) {
      studio.enter(browser);
      String before = Files.readString(script);
      String own = "http://127.0.0.1:" + studio.port();
      for (String host : List.of("127.0.0.1", "localhost")) {
        browser.go("http://" + host + ":" + other.getAddress().getPort() + "/");
        canDoNothing(own);
        assertThat(script).hasContent(before);
      }
    } finally {
      other.stop(0);
    }
  }

  private void canDoNothing(String own) {
    assertThat(tried("GET", own + "/api/show", "include", "cors")).isEqualTo("TypeError");
    assertThat(tried("POST", own + "/api/episode/2026-03-02-1.md/undo", "include", "cors"))
        .isEqualTo("TypeError");
    String line = own + "/api/episode/2026-03-02-1.md/line/a1.01";
    assertThat(tried("POST", line, "include", "no-cors")).isIn("opaque", "TypeError");
    assertThat(loaded("audio", own + "/audio/episode/2026-03-02-1.md.mp3")).isEqualTo("error");
    assertThat(loaded("script", own + "/page/main.js")).isEqualTo("error");
    assertThat(browser.js("return window.framed ?? null")).isNull();
  }

  private String tried(String method, String url, String credentials, String mode) {
    String script =
        """
        const [method, url, credentials, mode, done] = arguments;
        const body = method === 'POST' ? '{"base":"","written":"よその文なのだ。"}' : undefined;
        fetch(url, { method, credentials, mode, body }).then(
          async (answer) => done(answer.type === 'opaque' ? 'opaque' : await answer.text()),
          (e) => done(e.name));
        """;
    return String.valueOf(
        browser.driver().executeAsyncScript(script, method, url, credentials, mode));
  }

  private String loaded(String element, String url) {
    String script =
        """
        const [name, url, done] = arguments;
        const element = document.createElement(name);
        element.onload = element.onloadeddata = () => done('loaded');
        element.onerror = () => done('error');
        element.src = url;
        document.body.append(element);
        """;
    return String.valueOf(browser.driver().executeAsyncScript(script, element, url));
  }

  private static HttpServer otherOrigin() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] page = "<!doctype html><body>another page".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    return server;
  }
}
