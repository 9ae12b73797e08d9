package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.tag.TagSummary;
import dev.zundacast.tag.TagSummary.TaggedChapter;
import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The MP3's tag has title, cover and a chapter for each article. */
final class TagRule implements PostRule {
  private static final String REBUILD =
      "build the episode again; what has not changed is not spoken again";

  @Override
  public String name() {
    return "tag";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    if (post.isMp3()) {
      Optional<TagSummary> tag = Tags.read(post.audio().orElseThrow());
      if (tag.isEmpty()) {
        findings.accept(post.at(FrontMatter.PATH, "the MP3 has no ID3 tag", REBUILD));
      } else {
        tag(post, tag.get(), findings);
      }
    }
  }

  private static void tag(CheckedPost post, TagSummary tag, Consumer<Diagnostic> findings) {
    String title = post.post().isPresent() ? post.post().get().title() : "";
    if (!title.isEmpty() && !same(tag.title(), title)) {
      findings.accept(
          post.at(
              "title",
              (tag.title().isBlank()
                      ? "the MP3 has no title"
                      : "the MP3's title is '" + tag.title() + "'")
                  + ", the post's is '"
                  + title
                  + "'",
              REBUILD));
    }
    if (tag.cover().isEmpty()) {
      findings.accept(post.at(FrontMatter.PATH, "the MP3 has no cover", REBUILD));
    }
    if (post.post().isPresent()) {
      chapters(post, post.post().get().articles(), tag.chapters(), findings);
    }
    if (tag.isDraft()) {
      findings.accept(
          post.at(
              FrontMatter.PATH, "the draft voice speaks", "build it with the character's engine"));
    }
  }

  private static void chapters(
      CheckedPost post,
      List<Article> articles,
      List<TaggedChapter> chapters,
      Consumer<Diagnostic> findings) {
    if (chapters.isEmpty()) {
      findings.accept(post.at(FrontMatter.PATH, "the MP3 has no chapters", REBUILD));
      return;
    }
    for (Article article : articles) {
      if (chapters.stream().noneMatch(chapter -> same(chapter.title(), article.title()))) {
        findings.accept(
            Diagnostic.at(
                    post.file(), article.line(), "the MP3 has no chapter '" + article.title() + "'")
                .withNext(REBUILD));
      }
    }
  }

  private static boolean same(String a, String b) {
    return Normalizer.normalize(a.strip(), Normalizer.Form.NFC)
        .equals(Normalizer.normalize(b.strip(), Normalizer.Form.NFC));
  }
}
