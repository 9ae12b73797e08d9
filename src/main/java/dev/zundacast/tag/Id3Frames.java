package dev.zundacast.tag;

import com.mpatric.mp3agic.AbstractID3v2FrameData;
import com.mpatric.mp3agic.EncodedText;
import com.mpatric.mp3agic.ID3v23Tag;
import com.mpatric.mp3agic.ID3v2ChapterFrameData;
import com.mpatric.mp3agic.ID3v2ChapterTOCFrameData;
import com.mpatric.mp3agic.ID3v2CommentFrameData;
import com.mpatric.mp3agic.ID3v2Frame;
import com.mpatric.mp3agic.ID3v2FrameSet;
import com.mpatric.mp3agic.ID3v2PictureFrameData;
import com.mpatric.mp3agic.ID3v2TextFrameData;
import com.mpatric.mp3agic.ID3v2UrlFrameData;
import com.mpatric.mp3agic.ID3v2WWWFrameData;
import com.mpatric.mp3agic.NotSupportedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values to the frames of an ID3v2.3 tag. mp3agic packs them, held to what every reader gets right:
 * version 2.3, because ffprobe misreads long frames inside 2.4 chapters; UTF-16 with a byte order
 * mark, because mp3agic's own choice for Japanese shows U+FEFF in front of titles.
 */
final class Id3Frames {
  private static final byte LATIN = 0;
  private static final byte UTF_16_WITH_MARK = 1;
  private static final byte FRONT_COVER = 3;
  // No player needs mp3agic's "unsynchronisation".
  private static final boolean PLAIN = false;
  private static final int NO_OFFSET = -1;

  /** Most entries that a table of contents can count; no show has so many chapters. */
  private static final int TABLE_SIZE = 255;

  // mp3agic makes a frame of frame data only inside a chapter, so one that is never written makes
  // them all.
  private final ID3v2ChapterFrameData frames = new ID3v2ChapterFrameData(PLAIN);

  void text(String id, String text) {
    if (!text.isEmpty()) {
      frames.addSubframe(id, textData(text));
    }
  }

  /** A text of our own naming, {@code TXXX}: mp3agic has no data class for it. */
  void namedText(String name, String text) {
    byte[] key = encoded(name).toBytes(true, true);
    byte[] value = encoded(text).toBytes(true, false);
    ByteBuffer data = ByteBuffer.allocate(1 + key.length + value.length);
    data.put(UTF_16_WITH_MARK).put(key).put(value);
    frames.getSubframes().add(new ID3v2Frame("TXXX", data.array()));
  }

  /** A text with a language of three letters: {@code COMM} or {@code USLT}. */
  void prose(String id, String language, String text) {
    if (!text.isEmpty()) {
      frames.addSubframe(
          id, new ID3v2CommentFrameData(PLAIN, language, encoded(""), encoded(text)));
    }
  }

  void address(String id, String url) {
    if (!url.isEmpty()) {
      frames.addSubframe(id, new ID3v2WWWFrameData(PLAIN, url));
    }
  }

  void cover(Picture picture) {
    frames.addSubframe("APIC", pictureData(picture, FRONT_COVER));
  }

  /** The chapters under one table of contents, which some players ask for. */
  void chapters(List<Chapter> chapters, Map<String, Picture> pictures) {
    List<String> ids = new ArrayList<>();
    for (Chapter chapter : chapters) {
      String id = "ch" + (ids.size() + 1); // mp3agic can write ASCII ids alone
      frames.addSubframe("CHAP", chapterData(id, chapter, pictures.get(chapter.section())));
      ids.add(id);
    }
    if (!ids.isEmpty()) {
      String[] counted = ids.stream().limit(TABLE_SIZE).toArray(String[]::new);
      frames.addSubframe("CTOC", new ID3v2ChapterTOCFrameData(PLAIN, true, true, "toc", counted));
    }
  }

  private static ID3v2ChapterFrameData chapterData(
      String id, Chapter chapter, @Nullable Picture picture) {
    ID3v2ChapterFrameData data =
        new ID3v2ChapterFrameData(
            PLAIN,
            id,
            Math.toIntExact(chapter.startMillis()),
            Math.toIntExact(chapter.endMillis()),
            NO_OFFSET,
            NO_OFFSET);
    data.addSubframe("TIT2", textData(chapter.title()));
    if (!chapter.url().isEmpty()) {
      data.addSubframe("WXXX", new ID3v2UrlFrameData(PLAIN, encoded(""), chapter.url()));
    }
    if (picture != null) {
      data.addSubframe("APIC", pictureData(picture, (byte) 0));
    }
    return data;
  }

  /** Numbers, dates and the like are Latin in 2.3, and shorter so. */
  private static ID3v2TextFrameData textData(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    return new ID3v2TextFrameData(PLAIN, ascii ? new EncodedText(LATIN, text) : encoded(text));
  }

  private static AbstractID3v2FrameData pictureData(Picture picture, byte type) {
    // mp3agic leaves out the byte order mark of a picture's empty description.
    EncodedText nothing = new EncodedText(LATIN, "");
    return new ID3v2PictureFrameData(PLAIN, picture.mime(), type, nothing, picture.bytes());
  }

  private static EncodedText encoded(String text) {
    return new EncodedText(UTF_16_WITH_MARK, text);
  }

  /** The tag with all frames in the order in which they came, an id's first frame deciding. */
  byte[] tag() {
    ID3v23Tag tag = new ID3v23Tag();
    for (ID3v2Frame frame : frames.getSubframes()) {
      tag.getFrameSets().computeIfAbsent(frame.getId(), ID3v2FrameSet::new).addFrame(frame);
    }
    try {
      return tag.toBytes();
    } catch (NotSupportedException e) {
      throw new IllegalStateException("mp3agic refuses an ID3v2.3 tag", e);
    }
  }
}
