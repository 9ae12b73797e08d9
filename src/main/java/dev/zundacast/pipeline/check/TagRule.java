package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.tag.TagSummary;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Consumer;

/** The MP3's tag has title, cover and chapters. */
final class TagRule {
  static final Message REBUILD = Message.of("check.buildAgain");

  private TagRule() {}

  static void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    Optional<TagSummary> tag = post.tag();
    if (tag.isPresent()) {
      tag(post, tag.get(), findings);
    } else if (post.isMp3()) {
      findings.accept(post.at(FrontMatter.PATH, "check.noTag").withNext(REBUILD));
    }
  }

  private static void tag(CheckedPost post, TagSummary tag, Consumer<Diagnostic> findings) {
    String title = post.post().isPresent() ? post.post().get().title() : "";
    if (!title.isEmpty() && !same(tag.title(), title)) {
      findings.accept(
          post.at(
                  "title",
                  tag.title().isBlank()
                      ? Message.of("check.noTagTitle", title)
                      : Message.of("check.otherTagTitle", tag.title(), title))
              .withNext(REBUILD));
    }
    // Without a picture of the show, which is said by itself, no build could give it one.
    if (!tag.hasCover() && post.show().cover().isPresent()) {
      findings.accept(post.at(FrontMatter.PATH, "check.noCover").withNext(REBUILD));
    }
    if (post.post().isPresent() && tag.chapters().isEmpty()) {
      findings.accept(post.at(FrontMatter.PATH, "check.noChapters").withNext(REBUILD));
    }
    if (tag.isDraft()) {
      findings.accept(post.at(FrontMatter.PATH, "check.draftVoice"));
    }
  }

  static boolean same(String a, String b) {
    return Normalizer.normalize(a.strip(), Normalizer.Form.NFC)
        .equals(Normalizer.normalize(b.strip(), Normalizer.Form.NFC));
  }
}
