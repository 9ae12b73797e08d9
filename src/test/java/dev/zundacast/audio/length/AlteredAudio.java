package dev.zundacast.audio.length;

import dev.zundacast.sound.MpegHeader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What happens to files on their way: tags, junk, cuts. */
final class AlteredAudio {
  private final Map<String, byte[]> encoded;
  private final Map<String, byte[]> samples = new LinkedHashMap<>();

  private AlteredAudio(Map<String, byte[]> encoded) {
    this.encoded = encoded;
  }

  static Map<String, byte[]> of(Map<String, byte[]> encoded) {
    AlteredAudio altered = new AlteredAudio(encoded);
    altered.tagged();
    altered.junkAround();
    altered.cut();
    altered.joined();
    altered.wav();
    // No free program writes this header of Fraunhofer's encoder.
    altered.samples.put("vbri-of-our-own-bytes", vbri(altered.sample("vbr-without-header")));
    return altered.samples;
  }

  private void tagged() {
    byte[] info = sample("cbr-info");
    byte[] bare = sample("cbr-without-header");
    byte[] vbr = sample("vbr-xing");
    byte[] bareVbr = sample("vbr-without-header");
    byte[] id3v1 = padded("TAG", 128);
    byte[] ape = ape(5000);
    samples.put("id3v2-of-5-mb", join(id3v2(5_000_000), info));
    samples.put("id3v2-of-5-mb-vbr-without-header", join(id3v2(5_000_000), bareVbr));
    samples.put("two-id3v2", join(id3v2(700), id3v2(9000), vbr));
    samples.put("id3v1", join(info, id3v1));
    samples.put("id3v1-without-header", join(bare, id3v1));
    samples.put("ape-and-id3v1", join(bareVbr, ape, id3v1));
    samples.put("ape-after-info", join(info, ape));
    samples.put("lyrics3", join(bare, lyrics3(), id3v1));
    samples.put("ape-before", join(ape(3000), info));
    samples.put("id3v2.4-with-footer", join(footed(3000), vbr));
  }

  private void junkAround() {
    byte[] info = sample("cbr-info");
    byte[] bare = sample("cbr-without-header");
    byte[] bareVbr = sample("vbr-without-header");
    samples.put("junk-before", join(junk(3000), info));
    samples.put("junk-before-vbr-without-header", join(junk(3000), bareVbr));
    samples.put("junk-after", join(bare, junk(20_000)));
    samples.put("zeros-after", join(info, new byte[30_000]));
    samples.put("zeros-in-the-middle", join(half(bare), new byte[50_000], rest(bare)));
    samples.put("zeros-before", join(new byte[5000], sample("vbr-xing")));
  }

  private void cut() {
    byte[] info = sample("cbr-info");
    byte[] bare = sample("cbr-without-header");
    byte[] vbr = sample("vbr-xing");
    byte[] bareVbr = sample("vbr-without-header");
    samples.put("cut-at-half-info", half(info));
    samples.put("cut-at-half-xing", half(vbr));
    samples.put("cut-in-the-last-frame", Arrays.copyOf(bare, bare.length - 100));
    samples.put("cut-to-a-tenth-vbr", Arrays.copyOf(bareVbr, bareVbr.length / 10));
    samples.put("cut-moov-first.m4a", most(sample("moov-first.m4a")));
    samples.put("cut-visualon-moov-first.m4a", most(sample("visualon-moov-first.m4a")));
  }

  private void joined() {
    byte[] info = sample("cbr-info");
    byte[] bare = sample("cbr-without-header");
    byte[] vbr = sample("vbr-xing");
    byte[] id3v1 = padded("TAG", 128);
    samples.put("two-files-in-one", join(info, info));
    samples.put("two-files-with-tags-in-one", join(id3v2(300), info, id3v2(4000), vbr, id3v1));
    samples.put("mono-after-stereo", join(bare, sample("mono")));
  }

  private void wav() {
    samples.put("wav-that-says-0", withDataSize(sample("24-bit.wav"), 0));
    samples.put("wav-that-says-most", withDataSize(sample("float-mono.wav"), -1));
    samples.put("wav-cut-at-half", half(sample("24-bit.wav")));
    samples.put("wav-with-odd-chunk", withOddChunk(sample("float-mono.wav")));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] rest(byte[] bytes) {
    return Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length);
  }

  private static byte[] junk(int length) {
    byte[] junk = new byte[length];
    new Random(3).nextBytes(junk);
    return junk;
  }

  private static byte[] padded(String head, int length) {
    return Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), length);
  }

  private static byte[] id3v2(int size) {
    byte[] tag = new byte[10 + size];
    // A picture's bytes hold what looks like frames.
    new Random(5).nextBytes(tag);
    byte[] head = {
      'I',
      'D',
      '3',
      3,
      0,
      0,
      (byte) (size >> 21),
      (byte) (size >> 14 & 127),
      (byte) (size >> 7 & 127),
      (byte) (size & 127)
    };
    System.arraycopy(head, 0, tag, 0, head.length);
    return tag;
  }

  private static byte[] ape(int items) {
    ByteBuffer tag = ByteBuffer.allocate(32 + items + 32).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (int at : new int[] {0, 32 + items}) {
      tag.position(at);
      tag.put("APETAGEX".getBytes(StandardCharsets.US_ASCII)).putInt(2000).putInt(items + 32);
      tag.putInt(0).putInt(at == 0 ? 0xA0000000 : 0x80000000);
    }
    return tag.array();
  }

  private static byte[] lyrics3() {
    String body = "LYRICSBEGIN" + "IND00002" + "10" + "LYR00100" + "x".repeat(100);
    return String.format(java.util.Locale.ROOT, "%s%06dLYRICS200", body, body.length())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] withDataSize(byte[] wav, int size) {
    ByteBuffer bytes = ByteBuffer.wrap(wav.clone()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    return bytes.putInt(dataChunk(wav) + 4, size).array();
  }

  private static byte[] withOddChunk(byte[] wav) {
    int data = dataChunk(wav);
    byte[] odd = {'n', 'o', 't', 'e', 3, 0, 0, 0, 1, 2, 3, 0};
    return join(Arrays.copyOf(wav, data), odd, Arrays.copyOfRange(wav, data, wav.length));
  }

  private static int dataChunk(byte[] wav) {
    return new String(wav, 0, 500, StandardCharsets.ISO_8859_1).indexOf("data");
  }

  private static byte[] most(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length * 6 / 10);
  }

  /** An ID3v2.4 tag with the footer that stands before nothing else. */
  private static byte[] footed(int size) {
    byte[] tag = id3v2(size);
    tag[3] = 4;
    tag[5] = 0x10;
    byte[] footer = Arrays.copyOf(tag, 10);
    System.arraycopy(new byte[] {'3', 'D', 'I'}, 0, footer, 0, 3);
    return join(tag, footer);
  }

  /** The frames after one that holds a VBRI header. */
  private static byte[] vbri(byte[] mp3) {
    int frames = 0;
    for (int at = 0; at + 4 <= mp3.length; frames++) {
      at += MpegHeader.of(ByteBuffer.wrap(mp3).getInt(at)).bytes();
    }
    ByteBuffer head = ByteBuffer.allocate(417);
    head.putInt(0xFFFB9064).position(36);
    head.put("VBRI".getBytes(StandardCharsets.US_ASCII));
    head.putShort((short) 1).putShort((short) 0).putShort((short) 75);
    head.putInt(mp3.length + 417).putInt(frames).putShort((short) 0);
    head.putShort((short) 1).putShort((short) 2).putShort((short) 1);
    return join(head.array(), mp3);
  }

  private byte[] sample(String name) {
    return Optional.ofNullable(encoded.get(name)).orElseThrow();
  }
}
