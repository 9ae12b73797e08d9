package dev.zundacast.tag;

import dev.zundacast.episode.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An episode's facts and timeline to the ID3 tag before its MP3 frames, and such a tag back. */
public final class Tags {
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
    frames.prose("USLT", language, lyrics(timeline));
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
    return Pictures.read(file, Pictures.Use.COVER, Optional.empty());
  }

  /** The same, where what does not fit is made to fit once and kept in the folder {@code kept}. */
  public static Picture picture(Path file, Path kept) throws IOException {
    return Pictures.read(file, Pictures.Use.COVER, Optional.of(kept));
  }

  /** The same for a chapter: at most 128 KB. */
  public static Picture chapterPicture(Path file, Path kept) throws IOException {
    return Pictures.read(file, Pictures.Use.CHAPTER, Optional.of(kept));
  }

  /** The transcripts and chapter files of an episode, the timeline first. */
  public static List<Sidecar> sideFiles(Timeline timeline, SidecarContent content) {
    return Sidecars.of(timeline, content);
  }

  /** What the tag at the head of an MP3 says, in any version; empty when it has none. */
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
            draft, TagText.lines(content.description()), String.join("\n", credits(content)))
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

  private static String lyrics(Timeline timeline) {
    return timeline.lines().stream()
        .map(line -> TagText.line(line.written()))
        .collect(Collectors.joining("\n"));
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
}
