package dev.zundacast.tag;

import dev.zundacast.episode.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An episode's facts and timeline to the ID3 tag before its MP3 frames, and such a tag back. */
public final class Tags {
  private static final String DISCLOSURE = "この番組の声は、合成音声（AI音声）です。";

  private Tags() {}

  /** What the names of all side files end with. */
  public static final List<String> SIDE_FILE_SUFFIXES = Sidecars.SUFFIXES;

  /** The ID3v2.3 tag with a chapter for each section of the timeline. */
  public static byte[] id3(TagContent content, Timeline timeline) {
    Id3Frames frames = new Id3Frames();
    String language = threeLetters(content.language());
    names(frames, content);
    date(frames, content);
    frames.text("TLAN", language);
    frames.text("TLEN", Long.toString(timeline.durationMillis()));
    frames.text("TSSE", "zundacast");
    frames.prose("COMM", language, comment(content));
    frames.prose(
        "USLT",
        language,
        timeline.lines().stream()
            .map(line -> TagText.line(line.written()))
            .collect(Collectors.joining("\n")));
    frames.address("WOAF", Chapter.webAddress(content.link()));
    credits(content).forEach(credit -> frames.namedText("credit", credit));
    content.cover().ifPresent(frames::cover);
    frames.chapters(Chapter.of(timeline), content.pictures());
    return frames.tag();
  }

  /**
   * The picture in {@code file} as it goes into a tag: JPEG or PNG, square, at most 512 KB; what
   * fits is taken as it is. Worth calling before the long work begins.
   */
  public static Picture picture(Path file) throws IOException {
    return new Pictures(file, Pictures.Use.COVER).read(Optional.empty());
  }

  /** The same, where what does not fit is made to fit once and kept in the folder {@code kept}. */
  public static Picture picture(Path file, Path kept) throws IOException {
    return new Pictures(file, Pictures.Use.COVER).read(Optional.of(kept));
  }

  /** The same for a chapter: at most 128 KB. */
  public static Picture chapterPicture(Path file, Path kept) throws IOException {
    return new Pictures(file, Pictures.Use.CHAPTER).read(Optional.of(kept));
  }

  /** The transcripts and chapter files of an episode, the timeline first. */
  public static List<Sidecar> sideFiles(Timeline timeline, SidecarContent content) {
    return Sidecars.of(timeline, content);
  }

  /** What the tag at the head of an MP3 says; empty when it has none of version 2.3 or 2.4. */
  public static Optional<TagSummary> read(Path mp3) throws IOException {
    return Id3Reader.read(mp3);
  }

  private static void names(Id3Frames frames, TagContent content) {
    String show = TagText.line(content.show());
    frames.text("TIT2", TagText.line(content.title()));
    frames.text("TALB", show);
    frames.text("TPE1", show);
    frames.text("TPE2", show);
    frames.text("TCON", "Podcast");
    content.number().ifPresent(number -> frames.text("TRCK", Integer.toString(number)));
  }

  /** ID3v2.3 has a frame each for the year, day and month, and the time. */
  private static void date(Id3Frames frames, TagContent content) {
    var date = content.date();
    frames.text("TYER", String.format(Locale.ROOT, "%04d", date.getYear()));
    frames.text(
        "TDAT", String.format(Locale.ROOT, "%02d%02d", date.getDayOfMonth(), date.getMonthValue()));
    frames.text("TIME", String.format(Locale.ROOT, "%02d%02d", date.getHour(), date.getMinute()));
  }

  private static String comment(TagContent content) {
    String draft =
        content.take() == TagContent.Take.DRAFT
            ? "下書きの音声です (" + TagSummary.DRAFT + ", not for publication)"
            : "";
    return Stream.of(
            draft,
            TagText.lines(content.description()),
            Stream.concat(credits(content).stream(), Stream.of(DISCLOSURE))
                .collect(Collectors.joining("\n")))
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static List<String> credits(TagContent content) {
    return content.credits().stream()
        .map(TagText::line)
        .filter(credit -> !credit.isEmpty())
        .distinct()
        .toList();
  }

  /** ISO 639-2 as ID3 wants it: {@code ja} becomes {@code jpn}; {@code XXX} is its "unknown". */
  private static String threeLetters(String language) {
    try {
      String code = Locale.forLanguageTag(language).getISO3Language();
      return code.isEmpty() ? "XXX" : code;
    } catch (MissingResourceException e) {
      return "XXX";
    }
  }

  /**
   * The head of an MP3 file to what its ID3v2 tag says, in version 2.3 or 2.4. Our own and not
   * mp3agic's, which fails on long tables of contents and on damaged tags.
   */
  private static final class Id3Reader {
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
        return Optional.of(
            summary(version, Id3Frame.all(unwrapped(body, version, flags), version)));
      }
    }

    private static boolean isTag(ByteBuffer header) {
      boolean named = header.get(0) == 'I' && header.get(1) == 'D' && header.get(2) == '3';
      return named && (header.get(3) == 3 || header.get(3) == 4);
    }

    /** The frames' bytes without unsynchronisation and extended header. */
    private static ByteBuffer unwrapped(ByteBuffer body, int version, int flags) {
      boolean unsynchronised = version == 3 && (flags & UNSYNCHRONISED) != 0;
      ByteBuffer bytes = unsynchronised ? Id3Frame.synchronised(body) : body;
      if ((flags & EXTENDED_HEADER) != 0 && bytes.remaining() >= 4) {
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
          named(frames, "APIC").findFirst().isPresent(),
          named(frames, "CHAP").map(frame -> chapter(frame, version)).toList());
    }

    private static Stream<Id3Frame> named(List<Id3Frame> frames, String id) {
      return frames.stream().filter(frame -> frame.id().equals(id));
    }

    /** The text of the last frame with this id, "" when there is none. */
    private static String text(List<Id3Frame> frames, String id) {
      return named(frames, id).map(Id3Frame::text).reduce("", (before, text) -> text);
    }

    /** The title of a chapter, whose frames stand behind its name and four numbers. */
    private static String chapter(Id3Frame frame, int version) {
      ByteBuffer bytes = frame.body().duplicate();
      Id3Frame.string(bytes, (byte) 0);
      bytes.position(Math.min(bytes.limit(), bytes.position() + 4 * Integer.BYTES));
      return text(Id3Frame.all(bytes, version), "TIT2");
    }
  }

  /** What the side files say beside the timeline; {@code audio} is the MP3's file name. */
  public record SidecarContent(String audio, String title, String show) {}

  /** A text file beside an episode's MP3, with {@code .chapters.json} in place of {@code .mp3}. */
  public record Sidecar(String suffix, String text) {}
}
