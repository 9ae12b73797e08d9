package dev.zundacast.post;

import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.post.Layout.Articles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which layout a post would fit in which no article was found. */
final class PostFit {
  /** So many posts tell how a show writes its own. */
  private static final int OTHERS = 5;

  private PostFit() {}

  /** What to write into zundacast.yaml, empty where nothing would help. */
  static Optional<Message> advice(Path post, List<SourceLine> body, Layout now) {
    Optional<Preset> fits =
        Stream.of(preset(post), Preset.YATTECAST)
            .filter(it -> it != now.preset() || it.layout().articles() != now.articles())
            .filter(it -> !ArticleScan.scan(body, it.layout(), "").articles().isEmpty())
            .findFirst();
    if (fits.isPresent() && !isOneOfMany(post, now)) {
      return Optional.of(
          Message.of("post.fitsLayout", fits.get().word(), article(fits.get().layout())));
    }
    return now.articles() == Articles.HEADINGS && now.preset() != Preset.YATTECAST
        ? level(body, now).or(() -> whole(body, now))
        : whole(body, now);
  }

  /** Whether articles are found in other posts of its folder: then it is the post that is odd. */
  private static boolean isOneOfMany(Path post, Layout now) {
    Path folder = post.toAbsolutePath().getParent();
    if (folder == null) {
      return false;
    }
    try (Stream<Path> beside = Files.list(folder)) {
      return beside
          .filter(
              it -> it.toString().endsWith(".md") && !it.equals(folder.resolve(post.getFileName())))
          .sorted(Comparator.reverseOrder())
          .limit(OTHERS)
          .anyMatch(it -> hasArticles(it, now));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hasArticles(Path post, Layout now) {
    try {
      List<SourceLine> body = FrontMatter.read(post, now).body();
      return !ArticleScan.scan(body, now, "").articles().isEmpty();
    } catch (IOException | Problem e) {
      return false;
    }
  }

  /** Headings of another level than those that the layout looks for. */
  private static Optional<Message> level(List<SourceLine> body, Layout now) {
    return IntStream.rangeClosed(1, 6)
        .filter(level -> !ArticleScan.scan(body, now.withLevel(level), "").articles().isEmpty())
        .boxed()
        .findFirst()
        .map(level -> Message.of("post.fitsPreset", now.preset().word(), level));
  }

  private static Optional<Message> whole(List<SourceLine> body, Layout now) {
    boolean text = body.stream().anyMatch(line -> !line.isBlank());
    return text && now.preset() != Preset.YATTECAST && now.articles() != Articles.WHOLE
        ? Optional.of(Message.of("post.writeHeadings"))
        : Optional.empty();
  }

  /** The layout with headings for the site that the post lies in. */
  private static Preset preset(Path post) {
    return SiteKind.above(post)
        .filter(kind -> kind != SiteKind.JEKYLL)
        .map(SiteKind::usual)
        .orElse(Preset.JEKYLL);
  }

  private static Message article(Layout layout) {
    return layout.articles() == Articles.LIST
        ? Message.of("post.expected.links")
        : Message.of("post.expected.headings");
  }
}
