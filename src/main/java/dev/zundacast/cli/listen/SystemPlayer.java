package dev.zundacast.cli.listen;

import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.episode.Problem;
import dev.zundacast.tasks.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A player of this machine: what is run with a file behind it. */
record SystemPlayer(List<String> command) {
  private static final String NAMED = "ZUNDACAST_PLAYER";

  /** Players that take WAV and MP3, end with the sound and show nothing. */
  private static final List<List<String>> KNOWN =
      List.of(
          List.of("afplay"),
          List.of("mpv", "--no-video", "--really-quiet"),
          List.of("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"),
          List.of("play", "-q"),
          List.of("cvlc", "--play-and-exit", "--quiet"));

  private static final Pattern FAILED = Pattern.compile("(?i)\\bfailed\\b");

  /** The player that ZUNDACAST_PLAYER names, else the first installed; a problem without one. */
  static SystemPlayer find(Terminal terminal) {
    String named = terminal.env(NAMED).strip();
    if (!named.isEmpty()) {
      return new SystemPlayer(List.of(named.split("\\s+")));
    }
    return KNOWN.stream()
        .filter(player -> isInstalled(player.get(0), terminal))
        .findFirst()
        .map(SystemPlayer::new)
        .orElseThrow(() -> Problem.failed("play.noPlayer", NAMED));
  }

  private static boolean isInstalled(String name, Terminal terminal) {
    return Stream.of(terminal.env("PATH").split(":", -1))
        .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, name)));
  }

  void play(Path file) throws IOException {
    List<String> run = new ArrayList<>(command);
    run.add(file.toAbsolutePath().toString());
    ProgramRun ended = ProgramRun.of(new ProcessBuilder(run));
    String last = ended.said().isEmpty() ? "-" : ended.last(1).get(0).strip();
    // Without a sound device ffplay says so and ends well.
    if (ended.code() != 0 || FAILED.matcher(last).find()) {
      throw Problem.failed("play.failed", String.join(" ", run), ended.code(), last, NAMED);
    }
  }
}
