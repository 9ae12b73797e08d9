package dev.zundacast.post;

import dev.zundacast.post.layout.Layout;
import dev.zundacast.post.layout.Layout.Articles;
import dev.zundacast.post.layout.Preset;
import dev.zundacast.post.layout.SiteKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which layout a post would fit in which no article was found. */
final class PostFit {
  private PostFit() {}

  /** What to write into zundacast.yaml, empty where nothing would help. */
  static Optional<String> advice(Path post, List<SourceLine> body, Layout now) {
    Optional<Preset> fits =
        Stream.of(preset(post), Preset.YATTECAST)
            .filter(it -> it != now.preset() || it.layout().articles() != now.articles())
            .filter(it -> !ArticleScan.scan(body, it.layout(), "").articles().isEmpty())
            .findFirst();
    if (fits.isPresent()) {
      return Optional.of(
          "the post fits 'layout: "
              + fits.get().word()
              + "', where "
              + article(fits.get().layout())
              + " is an article: write that into zundacast.yaml");
    }
    return now.articles() == Articles.HEADINGS && now.preset() != Preset.YATTECAST
        ? level(body, now).or(() -> whole(body, now))
        : whole(body, now);
  }

  /** Headings of another level than those that the layout looks for. */
  private static Optional<String> level(List<SourceLine> body, Layout now) {
    return IntStream.rangeClosed(1, 6)
        .filter(level -> !ArticleScan.scan(body, now.withLevel(level), "").articles().isEmpty())
        .boxed()
        .findFirst()
        .map(
            level ->
                "the post fits a layout with 'preset: "
                    + now.preset().word()
                    + "' and 'level: "
                    + level
                    + "': write both under 'layout:' in zundacast.yaml");
  }

  private static Optional<String> whole(List<SourceLine> body, Layout now) {
    boolean text = body.stream().anyMatch(line -> !line.isBlank());
    return text && now.preset() != Preset.YATTECAST && now.articles() != Articles.WHOLE
        ? Optional.of(
            "write headings like '## title', or say under 'layout:' in zundacast.yaml"
                + " 'articles: whole' to have the whole text read")
        : Optional.empty();
  }

  /** The layout with headings for the site that the post lies in. */
  private static Preset preset(Path post) {
    return SiteKind.above(post)
        .filter(kind -> kind != SiteKind.JEKYLL)
        .map(SiteKind::usual)
        .orElse(Preset.JEKYLL);
  }

  private static String article(Layout layout) {
    return layout.articles() == Articles.LIST
        ? "each '- [title](https://…)  ' with its text"
        : "each heading '## title' with its text";
  }
}
