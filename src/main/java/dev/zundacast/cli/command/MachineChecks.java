package dev.zundacast.cli.command;

import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.disk.SafePath;
import dev.zundacast.draft.DraftHome;
import dev.zundacast.draft.DraftInstall;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The machine as a build finds it: Java, encoder, draft engine, room on the disk. */
final class MachineChecks {
  /** An hour of clips, frames and MP3 at 48 kHz, twice over. */
  private static final long ENOUGH_BYTES = 1_500_000_000L;

  private MachineChecks() {}

  static List<Finding> all(Collection<FolderOptions.Chosen> folders) throws IOException {
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
        "java",
        Message.of(
            "doctor.java",
            Runtime.version(),
            System.getProperty("java.home"),
            Runtime.getRuntime().maxMemory() / (1 << 20)));
  }

  private static Finding encoder() {
    SegmentEncoder encoder = SegmentEncoder.open(SegmentEncoder.Choice.AUTO);
    return encoder.name().startsWith("jump3r")
        ? Finding.note("encoder", Message.of("doctor.slowEncoder", encoder.name()))
        : Finding.fine("encoder", encoder.name());
  }

  private static Finding draftEngine() throws IOException {
    List<Message> missing = DraftInstall.missing(DraftHome.ofEnvironment());
    return missing.isEmpty()
        ? Finding.fine("draft engine", Message.of("doctor.draftReady"))
        : Finding.note("draft engine", Message.of("doctor.draftLacks", Message.list(missing)));
  }

  private static Finding folder(FolderOptions.Chosen folder) throws IOException {
    String topic = folder.name() + "/";
    // The folder itself, or the nearest above it that is there: a build makes the rest.
    Path there =
        SafePath.nearest(folder.path().toAbsolutePath(), Files::exists).orElse(folder.path());
    if (!Files.isDirectory(there)) {
      return Finding.wrong(topic, Message.of("folder.isFile", there, folder.name()));
    }
    if (!Files.isWritable(there)) {
      return Finding.wrong(
          topic,
          Message.of(
              "doctor.folderNotWritable", folder.path(), folder.from(), there, folder.name()));
    }
    long free = Files.getFileStore(there).getUsableSpace();
    String room = String.format(Locale.ROOT, "%.1f", free / 1e9);
    return free < ENOUGH_BYTES
        ? Finding.note(topic, Message.of("doctor.littleRoom", folder.path(), folder.from(), room))
        : Finding.fine(topic, Message.of("doctor.room", folder.path(), folder.from(), room));
  }
}
