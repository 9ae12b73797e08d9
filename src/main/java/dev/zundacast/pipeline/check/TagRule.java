package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.tag.TagSummary;
import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The MP3's tag has title, cover and chapters. */
final class TagRule {
  static final Message REBUILD = Message.of("check.buildAgain");

  private TagRule() {}

  static void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    if (post.isMp3()) {
      Optional<TagSummary> tag = Tags.read(post.audio().orElseThrow());
      if (tag.isEmpty()) {
        findings.accept(post.at(FrontMatter.PATH, "check.noTag").withNext(REBUILD));
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

  /**
   * The MP3 has a chapter for each article, under the title that a build would give it: a person
   * may have written another one into the script.
   */
  record ChapterRule(Stages stages) {
    void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
      if (post.post().isEmpty() || !post.isMp3()) {
        return;
      }
      List<String> chapters =
          Tags.read(post.audio().orElseThrow()).map(TagSummary::chapters).orElse(List.of());
      if (chapters.isEmpty()) {
        return; // said by the rule for tags
      }
      Post known = post.post().get();
      for (String title : titles(post, known)) {
        if (chapters.stream().anyMatch(it -> TagRule.same(it, title))) {
          continue;
        }
        Optional<Article> article =
            known.articles().stream().filter(it -> TagRule.same(it.title(), title)).findFirst();
        findings.accept(
            Diagnostic.at(
                    post.file(), article.map(Article::line).orElse(0), "check.noChapter", title)
                .withNext(TagRule.REBUILD));
      }
    }

    /** The titles of the articles, where there is a script as a build would write that. */
    private List<String> titles(CheckedPost post, Post known) throws IOException {
      if (stages.scriptOf(post.file()).isEmpty()) {
        return known.articles().stream().map(Article::title).toList();
      }
      Path script = stages.workspace().script(post.file());
      return stages
          .scripts()
          .of(known, post.show(), script, ScriptOptions.DEFAULTS)
          .update()
          .script()
          .sections()
          .stream()
          .filter(section -> section.kind() == Section.Kind.ARTICLE)
          .map(Section::title)
          .toList();
    }
  }
}
