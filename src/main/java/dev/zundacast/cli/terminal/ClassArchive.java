package dev.zundacast.cli.terminal;

import dev.zundacast.pipeline.episode.BuildReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The archive of loaded classes that Java writes for the launcher when this run ends. */
public final class ClassArchive {
  private ClassArchive() {}

  /** Notes for the launcher that the archive will hold all classes that making an episode needs. */
  public static void after(BuildReport report, Terminal terminal) {
    String archive = terminal.env("ZUNDACAST_ARCHIVE");
    if (archive.isEmpty() || report.upToDate()) {
      return;
    }
    try {
      Files.writeString(Path.of(archive + ".episode"), "");
    } catch (IOException e) {
      // The next episode makes the archive again, which costs a second.
    }
  }
}
