package dev.zundacast.pipeline;

import dev.zundacast.audio.EarlyFrames;
import dev.zundacast.audio.Track;
import dev.zundacast.disk.Draft;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * An episode's MP3 that is written, and brought to the disk, while its last lines are still
 * encoded. Whatever goes wrong with it, the MP3 can still be written as a whole.
 */
final class EarlyMp3 implements Closeable {
  private final EarlyFrames frames;
  private final int headBytes;
  private final Beside<Begun> draft;

  private EarlyMp3(EarlyFrames frames, int headBytes, Beside<Begun> draft) {
    this.frames = frames;
    this.headBytes = headBytes;
    this.draft = draft;
  }

  /** What was begun, and the file whose place it takes. */
  private static final class Begun implements Closeable {
    private final Draft draft;
    // Its space is freed when nobody has it open any more: for an hour's MP3 that takes 8 ms.
    private Optional<FileChannel> old;

    Begun(Draft draft, Optional<FileChannel> old) {
      this.draft = draft;
      this.old = old;
    }

    void commit() throws IOException {
      draft.commit();
      old.ifPresent(file -> Beside.run("old MP3", file::close));
      old = Optional.empty();
    }

    @Override
    public void close() throws IOException {
      try (draft) {
        if (old.isPresent()) {
          old.get().close();
        }
      }
    }
  }

  /**
   * Begins to write it.
   *
   * @param mp3 the file whose place it will take
   * @param head the tag before the frames
   */
  static EarlyMp3 begin(Path mp3, byte[] head, EarlyFrames frames) {
    return new EarlyMp3(frames, head.length, Beside.start("mp3", () -> written(mp3, head, frames)));
  }

  private static Begun written(Path mp3, byte[] head, EarlyFrames frames) throws IOException {
    Draft draft = Draft.begin(mp3);
    try {
      draft.write(ByteBuffer.wrap(head), 0);
      frames.write((bytes, at) -> draft.write(bytes, head.length + at));
      draft.flush();
      return new Begun(draft, opened(mp3));
    } catch (IOException | RuntimeException | Error e) {
      draft.close();
      throw e;
    }
  }

  private static Optional<FileChannel> opened(Path mp3) throws IOException {
    return Files.isRegularFile(mp3)
        ? Optional.of(FileChannel.open(mp3, StandardOpenOption.READ))
        : Optional.empty();
  }

  /** Finishes the MP3; false when it cannot become this one. */
  boolean becomes(Track track) throws IOException {
    if (!frames.areOf(track)) {
      return false;
    }
    try {
      Begun begun = draft.await();
      frames.complete(track, (bytes, at) -> begun.draft.write(bytes, headBytes + at));
      begun.commit();
      return true;
    } catch (IOException | RuntimeException failed) {
      // Whoever writes the whole file hears of it, or finds it mended.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    Begun begun;
    try {
      begun = draft.await();
    } catch (IOException | RuntimeException failed) {
      return;
    }
    begun.close();
  }
}
