package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.tag.TagSummary;
import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Consumer;

/** The MP3's tag has title, cover and chapters. */
final class TagRule implements PostRule {
  static final String REBUILD = "build the episode again; what has not changed is not spoken again";

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
    // Without a picture of the show, which is said by itself, no build could give it one.
    if (tag.cover().isEmpty() && post.show().cover().isPresent()) {
      findings.accept(post.at(FrontMatter.PATH, "the MP3 has no cover", REBUILD));
    }
    if (post.post().isPresent() && tag.chapters().isEmpty()) {
      findings.accept(post.at(FrontMatter.PATH, "the MP3 has no chapters", REBUILD));
    }
    if (tag.isDraft()) {
      findings.accept(
          post.at(
              FrontMatter.PATH, "the draft voice speaks", "build it with the character's engine"));
    }
  }

  static boolean same(String a, String b) {
    return Normalizer.normalize(a.strip(), Normalizer.Form.NFC)
        .equals(Normalizer.normalize(b.strip(), Normalizer.Form.NFC));
  }
}
