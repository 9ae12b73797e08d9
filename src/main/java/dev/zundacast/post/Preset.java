package dev.zundacast.post;

import dev.zundacast.post.Layout.Articles;
import dev.zundacast.post.Layout.AudioKeys;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the posts of a kind of site are usually written. */
public enum Preset {
  YATTECAST,
  JEKYLL,
  HUGO,
  ASTRO;

  private static final AudioKeys AUDIO = new AudioKeys("audio", "audio_size", "duration");
  private static final AudioKeys ENCLOSURE =
      new AudioKeys("enclosure.url", "enclosure.length", "enclosure.duration");
  private static final AudioKeys PODCAST =
      new AudioKeys("podcast.file", "podcast.size", "podcast.duration");

  /** Those of Castanet, Hugo's theme for podcasts. */
  private static final AudioKeys CASTANET =
      new AudioKeys("podcast_file", "podcast_bytes", "podcast_duration");

  private static final AudioKeys ASTRO_AUDIO = new AudioKeys("audioUrl", "size", "duration");

  private static final Map<String, List<String>> MANY_NAMES =
      Map.of(
          "description", List.of("description", "summary", "excerpt"),
          "date", List.of("date", "pubDate", "publishDate"),
          "actor_ids", List.of("actor_ids", "actors", "hosts", "speakers"),
          "image_url", List.of("image_url", "image", "heroImage", "cover"));

  /** Sections with these headings are for the eye. */
  private static final List<String> FOR_THE_EYE =
      List.of("関連リンク", "リンク", "参考リンク", "クレジット", "お便り", "Links", "Show notes", "Credits");

  /** Its name in zundacast.yaml. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it sets. */
  public Layout layout() {
    return switch (this) {
      case YATTECAST ->
          new Layout(
              this,
              "_posts",
              "",
              List.of(AudioKeys.YATTECAST),
              Map.of(),
              Articles.LIST,
              "関連リンク",
              2,
              List.of());
      case JEKYLL -> headings("_posts", "", AudioKeys.YATTECAST, AUDIO, PODCAST, ENCLOSURE);
      case HUGO -> headings("content", "static", CASTANET, AUDIO, PODCAST, AudioKeys.YATTECAST);
      case ASTRO -> headings("src/content", "public", AUDIO, ASTRO_AUDIO, AudioKeys.YATTECAST);
    };
  }

  private Layout headings(String posts, String files, AudioKeys... audio) {
    return new Layout(
        this, posts, files, List.of(audio), MANY_NAMES, Articles.HEADINGS, "", 2, FOR_THE_EYE);
  }
}
