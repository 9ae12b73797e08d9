package dev.zundacast.audio.mp3;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The frame that heads an MP3: its length, where to seek, the encoder's delay and padding. */
public final class InfoFrame {
  private static final int FRAMES_BYTES_TOC_QUALITY = 15;
  private static final int TOC_ENTRIES = 100;
  private static final int METHOD_CONSTANT_RATE = 1;
  private static final int UNKNOWN_PEAK = 0;

  /** What follows the last sample that is heard: the flush, less what comes late. */
  private static final int PADDING =
      Mp3Format.FLUSH_FRAMES * Mp3Format.FRAME_SAMPLES - Mp3Format.ENCODER_DELAY;

  private InfoFrame() {}

  /** The Info frame of so many audio frames, the flush included, whose checksum is this. */
  public static byte[] of(int frames, int musicCrc) {
    byte[] frame = Frames.silent();
    long bytes = (frames + 1L) * Mp3Format.FRAME_BYTES;
    ByteBuffer tag = ByteBuffer.wrap(frame);
    tag.position(4 + Mp3Format.SIDE_INFO_BYTES);
    tag.put("Info".getBytes(StandardCharsets.US_ASCII));
    tag.putInt(FRAMES_BYTES_TOC_QUALITY).putInt(frames).putInt((int) bytes);
    for (int i = 0; i < TOC_ENTRIES; i++) {
      tag.put((byte) seekPoint(frames, bytes, i));
    }
    tag.putInt(50);
    putLameTag(tag, bytes, musicCrc);
    tag.putShort((short) Crc16.of(frame, tag.position()));
    return frame;
  }

  /** Where {@code percent} of the time lies in the file, in 256ths of its bytes. */
  private static long seekPoint(int frames, long bytes, int percent) {
    long frame = (long) frames * percent / TOC_ENTRIES;
    return (frame + 1) * Mp3Format.FRAME_BYTES * 256 / bytes;
  }

  private static void putLameTag(ByteBuffer tag, long bytes, int musicCrc) {
    int lowpassHertz = 15_100;
    // Players read delay and padding only under LAME's name.
    tag.put("LAME3.100".getBytes(StandardCharsets.US_ASCII));
    tag.put((byte) METHOD_CONSTANT_RATE);
    tag.put((byte) (lowpassHertz / 100));
    tag.putInt(UNKNOWN_PEAK).putShort((short) 0).putShort((short) 0);
    tag.put((byte) 0);
    tag.put((byte) Mp3Format.KILOBITS);
    int delayAndPadding = (Mp3Format.ENCODER_DELAY << 12) | PADDING;
    tag.put((byte) (delayAndPadding >> 16)).putShort((short) delayAndPadding);
    tag.put((byte) 0).put((byte) 0).putShort((short) 0);
    tag.putInt((int) bytes);
    tag.putShort((short) musicCrc);
  }
}
