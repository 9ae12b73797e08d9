package dev.zundacast.tag;

import com.mpatric.mp3agic.BufferTools;
import com.mpatric.mp3agic.EncodedText;
import com.mpatric.mp3agic.ID3v2CommentFrameData;
import com.mpatric.mp3agic.ID3v2Frame;
import com.mpatric.mp3agic.ID3v2TextFrameData;
import com.mpatric.mp3agic.InvalidDataException;
import dev.zundacast.episode.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An episode's facts and timeline to the ID3 tag before its MP3 frames, and such a tag back. */
public final class Tags {
  private static final String DISCLOSURE = "この番組の声は、合成音声（AI音声）です。";

  private Tags() {}

  /** What the names of all side files end with. */
  public static final List<String> SIDE_FILE_SUFFIXES =
      List.of(
          ".json", ".vtt", ".srt", ".txt", ".transcript.json", ".chapters.json", ".chapters.txt");

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

  /** The transcripts and chapter files of an episode whose MP3 is called so, the timeline first. */
  public static List<Sidecar> sideFiles(TagContent content, String audio, Timeline timeline) {
    return Sidecars.of(content, audio, timeline);
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
   * The head of an MP3 file to what its ID3v2 tag says, in version 2.3 or 2.4. Frames are found
   * here, as mp3agic makes room for as many bytes as a damaged one claims to have.
   */
  private record Id3Reader(int version) {
    private static final int HEADER = 10;

    /** Far beyond any tag with a cover; a damaged header can claim 256 MB. */
    private static final int MOST_BYTES = 64 << 20;

    /** Without flags, or with an extended header (0x40) as Audacity writes it. */
    private static final String PLAIN_HEADER = "(?s)ID3[\\x03\\x04].[\\x00\\x40].{4}";

    static Optional<TagSummary> read(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] header = in.readNBytes(HEADER);
        String start = new String(header, StandardCharsets.ISO_8859_1);
        if (!start.matches(PLAIN_HEADER)) {
          return Optional.empty();
        }
        Id3Reader reader = new Id3Reader(header[3]);
        byte[] body = in.readNBytes(Math.min(synchsafe(ByteBuffer.wrap(header, 6, 4)), MOST_BYTES));
        ByteBuffer frames = ByteBuffer.wrap(body);
        if (header[5] != 0) {
          reader.skipExtendedHeader(frames);
        }
        return Optional.of(reader.summary(reader.frames(frames)));
      }
    }

    private void skipExtendedHeader(ByteBuffer bytes) {
      if (bytes.remaining() >= Integer.BYTES) {
        // Version 2.3 does not count the four bytes of the size itself.
        long past = version == 3 ? 4L + bytes.getInt(0) : synchsafe(bytes.duplicate());
        bytes.position((int) Math.max(0, Math.min(past, bytes.limit())));
      }
    }

    private static int synchsafe(ByteBuffer bytes) {
      return BufferTools.unpackSynchsafeInteger(bytes.get(), bytes.get(), bytes.get(), bytes.get());
    }

    /** The frames up to padding or to the first that cannot be one, without those with flags. */
    private List<ID3v2Frame> frames(ByteBuffer bytes) {
      List<ID3v2Frame> frames = new ArrayList<>();
      while (bytes.remaining() > HEADER && bytes.get(bytes.position()) != 0) {
        byte[] id = new byte[4];
        bytes.get(id);
        String name = new String(id, StandardCharsets.ISO_8859_1);
        int size = version == 3 ? bytes.getInt() : synchsafe(bytes);
        int flags = bytes.getShort() & 0xff;
        if (size < 0 || size > bytes.remaining() || !name.matches("[A-Z0-9]{3,4}")) {
          break;
        }
        byte[] data = new byte[size];
        bytes.get(data);
        if (flags == 0) {
          frames.add(new ID3v2Frame(name, data));
        }
      }
      return frames;
    }

    private TagSummary summary(List<ID3v2Frame> frames) {
      return new TagSummary(
          text(frames, "TIT2"),
          text(frames, "TALB"),
          text(frames, "TPE1"),
          text(frames, "TSSE"),
          named(frames, "COMM").map(Id3Reader::text).toList(),
          named(frames, "APIC").findFirst().isPresent(),
          named(frames, "CHAP").map(frame -> chapter(frame.getData())).toList());
    }

    /** The title of a chapter, whose frames stand behind its name and four numbers. */
    private String chapter(byte[] data) {
      int name = 0;
      while (name < data.length && data[name] != 0) {
        name++;
      }
      int from = Math.min(data.length, name + 1 + 4 * Integer.BYTES);
      return text(frames(ByteBuffer.wrap(data, from, data.length - from)), "TIT2");
    }

    private static Stream<ID3v2Frame> named(List<ID3v2Frame> frames, String id) {
      return frames.stream().filter(frame -> frame.getId().equals(id));
    }

    /** The text of the first frame with this id, "" when there is none. */
    private static String text(List<ID3v2Frame> frames, String id) {
      return named(frames, id).findFirst().map(Id3Reader::text).orElse("");
    }

    /** The text or comment of a frame, "" of a damaged one, on which the library fails. */
    private static String text(ID3v2Frame frame) {
      byte[] data = frame.getData();
      try {
        EncodedText text =
            frame.getId().equals("COMM")
                ? new ID3v2CommentFrameData(false, data).getComment()
                : new ID3v2TextFrameData(false, data).getText();
        return Objects.requireNonNullElse(text.toString(), "");
      } catch (InvalidDataException | RuntimeException damaged) {
        return "";
      }
    }
  }

  /** A text file beside an episode's MP3, with {@code .chapters.json} in place of {@code .mp3}. */
  public record Sidecar(String suffix, String text) {}
}
