package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Somebody at another machine, who has no address with its word but knows the password. */
class StudioPasswordIT {
  /** A name of this machine that is not the one its own people use. */
  private static final String ADDRESS = "127.0.0.2";

  private static final String PASSWORD = "八百屋の裏口の合言葉";
  @TempDir Path folder;

  @Test
  void isAskedForItAndLetIn() throws Exception {
    SampleSite show = SampleSite.in(folder.resolve("show"));
    show.post(1, 1);
    Map<String, String> knows = Map.of("ZUNDACAST_STUDIO_PASSWORD", PASSWORD + "ですよ");
    try (TestEngine engine = TestEngine.start();
        StudioRun studio =
            StudioRun.start(show.root(), knows, "--engine", engine.url(), "--listen", ADDRESS);
        Browser browser = Browser.open(Browser.Look.USUAL)) {
      browser.go("http://" + ADDRESS + ":" + studio.port() + "/");
      browser.find("input[type=password]");
      browser.picture("password");
      StudioPageIT.axe(browser, "password");
      assertThat(browser.count("[data-post]")).isZero();
      browser.press(PASSWORD, Keys.ENTER);
      browser.awaitText(".login [role=alert]", "違います");
      browser.press("ですよ", Keys.ENTER);
      browser.find("[data-post]");
      assertThat(browser.count(".login")).isZero();
    }
  }
}
