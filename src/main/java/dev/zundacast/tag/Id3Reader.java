package dev.zundacast.tag;

import dev.zundacast.tag.TagSummary.TaggedChapter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The head of an MP3 file to what its ID3v2 tag says, in any of the three versions. Our own and not
 * mp3agic's, which fails on long tables of contents and on damaged tags.
 */
final class Id3Reader {
  private static final int HEADER = 10;

  /** Far beyond any tag with a cover; a damaged header can claim 256 MB. */
  private static final int MOST_BYTES = 64 << 20;

  private static final int UNSYNCHRONISED = 0x80;
  private static final int EXTENDED_HEADER = 0x40;

  private Id3Reader() {}

  static Optional<TagSummary> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
      if (header.limit() < HEADER || !isTag(header)) {
        return Optional.empty();
      }
      int version = header.get(3);
      int flags = header.get(5);
      int size = Id3Frame.synchsafe(header.position(6));
      ByteBuffer body = ByteBuffer.wrap(in.readNBytes(Math.min(size, MOST_BYTES)));
      return Optional.of(summary(version, Id3Frame.all(unwrapped(body, version, flags), version)));
    }
  }

  private static boolean isTag(ByteBuffer header) {
    boolean named = header.get(0) == 'I' && header.get(1) == 'D' && header.get(2) == '3';
    return named && header.get(3) >= 2 && header.get(3) <= 4;
  }

  /** The frames' bytes without unsynchronisation and extended header. */
  private static ByteBuffer unwrapped(ByteBuffer body, int version, int flags) {
    boolean unsynchronised = version < 4 && (flags & UNSYNCHRONISED) != 0;
    ByteBuffer bytes = unsynchronised ? Id3Frame.synchronised(body) : body;
    if (version > 2 && (flags & EXTENDED_HEADER) != 0 && bytes.remaining() >= 4) {
      // Version 2.3 does not count the four bytes of the size itself.
      long past = version == 3 ? 4L + bytes.getInt(0) : Id3Frame.synchsafe(bytes.duplicate());
      bytes.position((int) Math.max(0, Math.min(past, bytes.limit())));
    }
    return bytes;
  }

  private static TagSummary summary(int version, List<Id3Frame> frames) {
    return new TagSummary(
        text(frames, "TIT2"),
        text(frames, "TALB"),
        text(frames, "TPE1"),
        text(frames, "TSSE"),
        named(frames, "COMM").map(Id3Frame::comment).toList(),
        Stream.concat(named(frames, "APIC"), named(frames, "PIC"))
            .findFirst()
            .map(Id3Frame::picture),
        named(frames, "CHAP")
            .flatMap(frame -> chapter(frame.body().duplicate(), version).stream())
            .sorted(Comparator.comparingLong(TaggedChapter::startMillis))
            .toList());
  }

  private static Stream<Id3Frame> named(List<Id3Frame> frames, String id) {
    return frames.stream().filter(frame -> frame.id().equals(id));
  }

  /** The text of the last frame with this id, "" when there is none. */
  private static String text(List<Id3Frame> frames, String id) {
    return named(frames, id).map(Id3Frame::text).reduce("", (before, text) -> text);
  }

  private static Optional<TaggedChapter> chapter(ByteBuffer bytes, int version) {
    Id3Frame.string(bytes, (byte) 0);
    if (bytes.remaining() < 16) {
      return Optional.empty();
    }
    long start = bytes.getInt() & 0xffffffffL;
    long end = bytes.getInt() & 0xffffffffL;
    bytes.position(bytes.position() + 8);
    List<Id3Frame> frames = Id3Frame.all(bytes, version);
    String url = named(frames, "WXXX").map(Id3Frame::namedAddress).reduce("", (old, last) -> last);
    return Optional.of(new TaggedChapter(start, end, text(frames, "TIT2"), url));
  }
}
