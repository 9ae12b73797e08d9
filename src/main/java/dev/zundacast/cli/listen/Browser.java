package dev.zundacast.cli.listen;

import dev.zundacast.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The browser that a person uses. */
final class Browser {
  private Browser() {}

  /** Opens a file in it; where none can be found, the address that was said has to do. */
  static void open(Path file, Terminal terminal) {
    for (String[] command : commands(file.toAbsolutePath().toString())) {
      try {
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
        return;
      } catch (IOException missing) {
        // The next one.
      }
    }
    terminal.say("no browser was found; open the address in one yourself");
  }

  private static List<String[]> commands(String file) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return List.<String[]>of(new String[] {"open", file});
    }
    if (system.contains("win")) {
      return List.<String[]>of(new String[] {"rundll32", "url.dll,FileProtocolHandler", file});
    }
    return List.of(
        new String[] {"xdg-open", file},
        new String[] {"sensible-browser", file},
        new String[] {"firefox", file});
  }
}
