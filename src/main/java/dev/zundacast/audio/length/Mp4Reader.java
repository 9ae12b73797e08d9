package dev.zundacast.audio.length;

import dev.zundacast.audio.length.AudioLength.Format;
import dev.zundacast.audio.length.AudioLength.State;
import dev.zundacast.message.Message;
import dev.zundacast.sound.ByteWindow;
import java.io.IOException;

/** MP4 to the length of its sound, from the boxes of {@code moov} wherever it stands. */
final class Mp4Reader {
  private static final int MAX_BOXES = 100_000;

  private final ByteWindow window;
  private long movieScale;
  private double soundSeconds;
  private double editSeconds;
  private int boxes;
  // Of the track that is read now.
  private boolean sound;
  private double trackSeconds;
  private double trackEditSeconds;

  Mp4Reader(ByteWindow window) {
    this.window = window;
  }

  static boolean starts(ByteWindow window) throws IOException {
    return window.holds(4, "ftyp") || window.holds(4, "moov") || window.holds(4, "mdat");
  }

  AudioLength read() throws IOException {
    boxes(0, window.size());
    double seconds = editSeconds > 0 ? editSeconds : soundSeconds;
    if (seconds <= 0) {
      throw new NoAudioException(Message.of("length.silentMp4"));
    }
    return new AudioLength(window.size(), Math.round(seconds * 1000), Format.M4A, State.WHOLE);
  }

  private void boxes(long from, long end) throws IOException {
    long at = from;
    while (at + 8 <= end && boxes++ < MAX_BOXES) {
      long size = window.number(at, 4);
      long head = 8;
      if (size == 1) {
        size = window.number(at + 8, 8);
        head = 16;
      }
      long boxEnd = size == 0 ? end : at + size;
      if ((size != 0 && size < head) || boxEnd < at) {
        return;
      }
      if (boxEnd > window.size()) {
        throw new NoAudioException(Message.of("length.cutMp4"));
      }
      box(window.text(at + 4, 4), at + head, Math.min(boxEnd, end));
      at = boxEnd;
    }
  }

  private void box(String type, long at, long end) throws IOException {
    switch (type) {
      case "moov", "mdia", "edts" -> boxes(at, end);
      case "trak" -> track(at, end);
      case "mvhd" -> movieScale = scale(at);
      case "mdhd" -> trackSeconds = scale(at) > 0 ? (double) duration(at) / scale(at) : 0;
      case "hdlr" -> sound |= window.holds(at + 8, "soun");
      case "elst" -> edits(at);
      case "mvex", "moof" -> throw new NoAudioException(Message.of("length.fragmentedMp4"));
      default -> {} // All other boxes say nothing about lengths.
    }
  }

  private void track(long at, long end) throws IOException {
    sound = false;
    trackSeconds = 0;
    trackEditSeconds = 0;
    boxes(at, end);
    if (sound) {
      soundSeconds = Math.max(soundSeconds, trackSeconds);
      editSeconds = Math.max(editSeconds, trackEditSeconds);
    }
  }

  private long scale(long at) throws IOException {
    return window.number(at + (isWide(at) ? 20 : 12), 4);
  }

  private long duration(long at) throws IOException {
    long value = isWide(at) ? window.number(at + 24, 8) : window.number(at + 16, 4);
    return value == 0xffffffffL || value < 0 ? 0 : value;
  }

  /** Version 1 of a box has times of eight bytes. */
  private boolean isWide(long at) throws IOException {
    return window.at(at) == 1;
  }

  /** The edit list says which part of the media is played: encoder delay is left out by it. */
  private void edits(long at) throws IOException {
    long count = Math.min(window.number(at + 4, 4), 1000);
    boolean wide = isWide(at);
    for (long i = 0; i < count && movieScale > 0; i++) {
      long length = window.number(at + 8 + i * (wide ? 20 : 12), wide ? 8 : 4);
      trackEditSeconds += (double) Math.max(0, length) / movieScale;
    }
  }
}
