package dev.zundacast.cli.command;

import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.draft.DraftHome;
import dev.zundacast.draft.DraftInstall;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The machine as a build finds it: Java, encoder, draft engine, room on the disk. */
final class MachineChecks {
  /** An hour of clips, frames and MP3 at 48 kHz, twice over. */
  private static final long ENOUGH_BYTES = 1_500_000_000L;

  private MachineChecks() {}

  static List<Finding> all(List<FolderOptions.Chosen> folders) throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(encoder());
    findings.add(draftEngine());
    for (FolderOptions.Chosen folder : folders) {
      // The reading list is a file, and is read by itself.
      if (!folder.name().equals("readings")) {
        findings.add(folder(folder));
      }
    }
    return findings;
  }

  /** The launcher refuses anything older than 17, so this only says what is used. */
  private static Finding java() {
    return Finding.fine(
        Message.plain("java"),
        Message.of(
            "machineChecks.atUpMb",
            Runtime.version(),
            System.getProperty("java.home"),
            Runtime.getRuntime().maxMemory() / (1 << 20)));
  }

  private static Finding encoder() {
    SegmentEncoder encoder = SegmentEncoder.open(SegmentEncoder.Choice.AUTO);
    return encoder.name().startsWith("jump3r")
        ? Finding.note(
            Message.of("machineChecks.encoder"),
            Message.plain(encoder.name()),
            Message.of("machineChecks.libmpLameAboutTwice"))
        : Finding.fine(Message.of("machineChecks.encoder"), Message.plain(encoder.name()));
  }

  private static Finding draftEngine() throws IOException {
    List<Message> missing = DraftInstall.missing(DraftHome.ofEnvironment());
    return missing.isEmpty()
        ? Finding.fine(Message.of("machineChecks.draftEngine"), Message.of("machineChecks.ready"))
        : Finding.note(
            Message.of("machineChecks.draftEngine"),
            Message.of("machineChecks.lacks", Message.list(missing)),
            Message.of("machineChecks.zundacastEngineInstallSets"));
  }

  private static Finding folder(FolderOptions.Chosen folder) throws IOException {
    String topic = folder.name() + "/";
    Path there = existing(folder.path());
    String found = folder.path() + " (" + folder.from() + ")";
    if (!Files.isWritable(there)) {
      return Finding.wrong(
          Message.plain(topic),
          Message.of("doctor.cannotWritten", found),
          Message.of("machineChecks.giveYourselfRightWrite", there, folder.name()));
    }
    long free = Files.getFileStore(there).getUsableSpace();
    String room = String.format(Locale.ROOT, "%s, %.1f GB free", found, free / 1e9);
    return free < ENOUGH_BYTES
        ? Finding.note(
            Message.plain(topic),
            Message.plain(room),
            Message.of("machineChecks.hourAudioNeedsAbout"))
        : Finding.fine(Message.plain(topic), Message.plain(room));
  }

  /** The folder itself, or the nearest above it that is there: a build makes the rest. */
  private static Path existing(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there)) {
      Path parent = there.getParent();
      if (parent == null) {
        return there;
      }
      there = parent;
    }
    return there;
  }
}
