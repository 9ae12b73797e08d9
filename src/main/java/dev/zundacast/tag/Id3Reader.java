package dev.zundacast.tag;

import dev.zundacast.tag.TagSummary.TaggedChapter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  private final int version;
  private final int length;
  private String title = "";
  private String album = "";
  private String artist = "";
  private String encodedBy = "";
  private final List<String> comments = new ArrayList<>();
  private Optional<Picture> cover = Optional.empty();
  private final List<TaggedChapter> chapters = new ArrayList<>();

  private Id3Reader(int version, int length) {
    this.version = version;
    this.length = length;
  }

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
      Id3Reader reader = new Id3Reader(version, HEADER + size);
      reader.frames(unwrapped(body, version, flags));
      return Optional.of(reader.summary());
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

  private void frames(ByteBuffer bytes) {
    for (Id3Frame frame : Id3Frame.all(bytes, version)) {
      switch (frame.id()) {
        case "TIT2" -> title = frame.text();
        case "TALB" -> album = frame.text();
        case "TPE1" -> artist = frame.text();
        case "TSSE" -> encodedBy = frame.text();
        case "COMM" -> comments.add(frame.comment());
        case "APIC", "PIC" -> cover = cover.or(() -> Optional.of(frame.picture()));
        case "CHAP" -> chapter(frame.body().duplicate());
        default -> {} // says nothing that is asked for
      }
    }
  }

  private void chapter(ByteBuffer bytes) {
    Id3Frame.string(bytes, (byte) 0);
    if (bytes.remaining() < 16) {
      return;
    }
    long start = bytes.getInt() & 0xffffffffL;
    long end = bytes.getInt() & 0xffffffffL;
    bytes.position(bytes.position() + 8);
    String name = "";
    String url = "";
    for (Id3Frame frame : Id3Frame.all(bytes, version)) {
      if (frame.id().equals("TIT2")) {
        name = frame.text();
      } else if (frame.id().equals("WXXX")) {
        url = frame.namedAddress();
      }
    }
    chapters.add(new TaggedChapter(start, end, name, url));
  }

  private TagSummary summary() {
    chapters.sort(Comparator.comparingLong(TaggedChapter::startMillis));
    return new TagSummary(
        version, length, title, album, artist, encodedBy, comments, cover, chapters);
  }
}
