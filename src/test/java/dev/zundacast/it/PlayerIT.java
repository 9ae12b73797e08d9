package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.Shell;
import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.Nginx;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The player on a post's page, as Jekyll builds it and Chromium shows it. */
class PlayerIT {
  private static final String LAYOUT =
      """
      <!doctype html>
      <html lang="ja">
      <head><meta charset="utf-8"><title>{{ page.title | escape }}</title>
      <style>:root { color-scheme: light dark; } body { background: Canvas; color: CanvasText; }</style></head>
      <body><main><h1>{{ page.title | escape }}</h1>
      {% include zundacast-player.html %}
      {{ content }}</main></body>
      </html>
      """;

  @TempDir static Path folder;
  private static Path page = Path.of("");

  @BeforeAll
  static void build() throws IOException {
    Path root = folder.resolve("site");
    SampleSite.in(root).post(3, 2);
    Files.writeString(
        root.resolve("_config.yml"),
        "title: 豆 & 餅\nurl: https://mame.example.com\nauthor: 豆の会\npermalink: /episode/:title\n");
    Files.createDirectories(root.resolve("_layouts"));
    Files.writeString(root.resolve("_layouts/article.html"), LAYOUT);
    Shell shell = new Shell(folder).env("ZUNDACAST_VOICES", SampleSite.voices().toString());
    try (TestEngine engine = TestEngine.start()) {
      Shell.Result built =
          shell.run("build", root.toString(), "--sidecars", "--engine", engine.url());
      assertThat(built.code()).as(built.err()).isZero();
    }
    assertThat(shell.run("feed", "include", root.toString()).out())
        .contains("_includes/zundacast-player.html");
    Programs.jekyll(root, folder.resolve("served"));
    page = folder.resolve("served/episode/3.html");
  }

  @Test
  void allIsReadWithoutScript() throws IOException {
    Document html = Jsoup.parse(Files.readString(page, StandardCharsets.UTF_8));
    List<String> lines = html.select(".zc-lines span").eachText();
    Path script;
    try (var scripts = Files.list(folder.resolve("site/_zundacast/scripts"))) {
      script = scripts.findFirst().orElseThrow();
    }
    List<String> written =
        Files.readAllLines(script).stream()
            .filter(row -> row.startsWith("["))
            .map(row -> row.replaceFirst("\\[[^]]*] ", "").replaceAll("\\{([^|}]*)\\|[^}]*}", "$1"))
            .toList();
    assertThat(lines).containsExactlyElementsOf(written);
    assertThat(html.select("nav a").eachAttr("href"))
        .hasSizeGreaterThan(3)
        .allMatch(link -> link.matches("/audio/%E3[^#]*\\.mp3#t=[\\d.]+"));
    assertThat(html.select("nav a time").first().text()).isEqualTo("00:00");
    String code = html.select(".zc-player script").html();
    assertThat(code.length()).isLessThan(3000);
  }

  @Test
  void itJumpsLightsTheLineThatIsHeardAndSharesItsTime() throws Exception {
    try (Nginx server = Nginx.in(folder);
        Browser browser = Browser.open(Browser.Look.USUAL)) {
      String address = server.url() + "/episode/3.html";
      browser.go(address);
      ready(browser);
      browser.click(".zc-player nav li:nth-child(2) a");
      double chapter = number(browser, "document.querySelectorAll('nav [data-t]')[1].dataset.t");
      browser.await("the second chapter", () -> heard(browser) >= chapter ? "there" : null);
      assertThat(browser.driver().getCurrentUrl()).startsWith(address + "#t=");
      browser.find("nav li:nth-child(2) a[aria-current=true]");
      browser.js("document.querySelector('audio').pause()");

      browser.click(".zc-lines span");
      double line = number(browser, "document.querySelector('.zc-lines span').dataset.t");
      browser.await("the first line", () -> heard(browser) < chapter ? "there" : null);
      assertThat(heard(browser)).isGreaterThanOrEqualTo(line);
      browser.find(".zc-lines span.zc-now");
      assertThat(browser.count(".zc-now")).isEqualTo(1);
      browser.js("document.querySelector('audio').pause()");

      browser.go("about:blank");
      browser.go(address + "#t=0:04");
      ready(browser);
      browser.await("the shared time", () -> Math.abs(heard(browser) - 4) < 0.01 ? "there" : null);
      browser.click(".zc-share");
      assertThat(browser.driver().getCurrentUrl()).isEqualTo(address + "#t=4");

      StudioPageIT.axe(browser, "light");
      browser.picture("player-light");
      browser.wear(Browser.Look.USUAL.dark());
      StudioPageIT.axe(browser, "dark");
      browser.wear(Browser.Look.USUAL.dark().narrow());
      StudioPageIT.axe(browser, "narrow");
      browser.picture("player-dark");
    }
  }

  private static void ready(Browser browser) {
    browser.await(
        "its audio",
        () -> number(browser, "document.querySelector('audio').readyState") > 0 ? "there" : null);
  }

  private static double heard(Browser browser) {
    return number(browser, "document.querySelector('audio').currentTime");
  }

  private static double number(Browser browser, String expression) {
    return Double.parseDouble(
        String.valueOf(Objects.requireNonNull(browser.js("return " + expression))));
  }
}
