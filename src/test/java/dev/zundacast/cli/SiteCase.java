package dev.zundacast.cli;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A site without posts in a folder of its own and an engine, for tests of what commands do. */
abstract class SiteCase {
  @TempDir Path folder;
  SampleSite site;
  TestEngine engine;

  @BeforeEach
  void openSite() throws IOException {
    site = SampleSite.in(folder.resolve("site"));
    engine = TestEngine.start();
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }
}
