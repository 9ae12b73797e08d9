package dev.zundacast.draft;

import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Installs what the draft engine needs: Open JTalk and hts_engine by the system's package manager,
 * the voice Mei by npm into the tool's data folder. Can be run any number of times.
 */
public final class DraftInstall {
  private static final List<String> DEBIAN =
      List.of("open-jtalk", "open-jtalk-mecab-naist-jdic", "htsengine");

  private final DraftHome home;
  private final Consumer<String> log;

  private DraftInstall(DraftHome home, Consumer<String> log) {
    this.home = home;
    this.log = log;
  }

  /** What is not there yet, in words for people; empty when the engine can start. */
  public static List<String> missing() throws IOException {
    return missing(DraftHome.ofEnvironment());
  }

  /** What is not there yet, in words for people; empty when the engine can start. */
  public static List<String> missing(DraftHome home) throws IOException {
    return DraftParts.missing(home);
  }

  /** Installs what is missing. */
  public static void install(Consumer<String> log) throws IOException {
    install(DraftHome.ofEnvironment(), log);
  }

  /**
   * Installs what is missing.
   *
   * @param log hears what is being done, a line at a time
   * @throws Problem with the one command to run, where that takes rights or programs that are not
   *     there
   */
  public static void install(DraftHome home, Consumer<String> log) throws IOException {
    if (missing(home).isEmpty()) {
      return;
    }
    Files.createDirectories(home.data());
    Path lock = home.data().resolve("install.lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock(); // Held until the channel closes.
      new DraftInstall(home, log).run();
    }
  }

  private void run() throws IOException {
    // Another install may have done it while this one waited for the lock.
    if (programsMissing()) {
      installPrograms();
    }
    if (missing(home).contains("a voice (.htsvoice)")) {
      MeiVoice.install(home, log);
    }
    List<String> still = missing(home);
    if (!still.isEmpty()) {
      throw Problem.of(
          Problem.Kind.FAILED, "still missing after the installation: " + String.join(", ", still));
    }
  }

  private boolean programsMissing() {
    return home.openJTalk().isEmpty() || home.htsEngine().isEmpty() || home.dictionary().isEmpty();
  }

  private void installPrograms() throws IOException {
    List<String> command = command();
    if (command.get(0).equals("sudo")) {
      throw Problem.of(
          Problem.Kind.NO_ENGINE,
          "installing Open JTalk takes administrator rights; run: " + String.join(" ", command));
    }
    log.accept("running: " + String.join(" ", command));
    if (command.get(0).equals("apt-get")) {
      // A fresh machine has no package lists; without them every package is unknown.
      Shell.run(List.of("apt-get", "update", "-qq"), home.data());
    }
    Shell.run(command, home.data());
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    if (home.onPath("apt-get").isPresent()) {
      if (!"root".equals(System.getProperty("user.name"))) {
        command.add("sudo");
      }
      command.addAll(List.of("apt-get", "install", "-y", "--no-install-recommends"));
      command.addAll(DEBIAN);
    } else if (home.onPath("brew").isPresent()) {
      command.addAll(List.of("brew", "install", "open-jtalk"));
    } else {
      throw Problem.of(
          Problem.Kind.NO_ENGINE,
          "no apt-get and no brew here: install Open JTalk, its dictionary and hts_engine yourself"
              + " and name them by ZUNDACAST_OPEN_JTALK, ZUNDACAST_OPEN_JTALK_DIC and"
              + " ZUNDACAST_HTS_ENGINE");
    }
    return command;
  }
}
