package dev.zundacast.script;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.file.ScriptDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One update of one script file. */
final class ScriptRun {
  private static final String STYLE = "style";
  private static final String MAX_SENTENCES = "max-sentences";
  private static final String NARRATION = "narration";

  private final Voices voices;
  private final CastList castList;
  private final Post post;
  private final Show show;
  private final Path file;

  ScriptRun(Voices voices, CastList castList, Post post, Show show, Path file) {
    this.voices = voices;
    this.castList = castList;
    this.post = post;
    this.show = show;
    this.file = file;
  }

  ScriptUpdate update(Optional<String> before, ScriptOptions options) throws IOException {
    Optional<ScriptDocument> there = before.map(text -> ScriptDocument.parse(file, text, voices));
    ScriptDocument document =
        there.isPresent() ? there.get() : ScriptDocument.create(file, header());
    options.style().ifPresent(style -> document.setHeader(STYLE, style));
    options
        .maxSentences()
        .ifPresent(limit -> document.setHeader(MAX_SENTENCES, Integer.toString(limit)));
    Optional<String> style = document.header(STYLE);
    OptionalInt limit =
        document.header(MAX_SENTENCES).stream().mapToInt(Integer::parseInt).findFirst();
    List<CastList.Cast> cast = castList.of(post, show, style);
    if (options.narration().isPresent()) {
      Path narration = options.narration().get();
      document.setHeader(NARRATION, String.valueOf(narration.getFileName()));
      return changed(before, document, fromNarration(narration));
    }
    if (document.header(NARRATION).isPresent()) {
      document.giveIds();
      return ScriptUpdate.of(before, document, List.of());
    }
    return changed(before, document, new PostDraft(post, show, cast, limit).build());
  }

  private static ScriptUpdate changed(
      Optional<String> before, ScriptDocument document, ScriptDraft draft) {
    return ScriptUpdate.of(before, document, ScriptMerge.into(document, draft));
  }

  private ScriptDraft fromNarration(Path narration) throws IOException {
    String text =
        Scripts.text(narration)
            .orElseThrow(() -> Problem.in(Diagnostic.of(narration, "no such narration")));
    Narration parsed = Narration.of(text);
    if (parsed.pieces().isEmpty()) {
      throw Problem.in(Diagnostic.of(narration, "the narration says nothing"));
    }
    return new NarrationDraft(post).build(parsed);
  }

  private Map<String, String> header() throws IOException {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("zundacast", ScriptDocument.VERSION);
    header.put("post", postPath());
    header.put("speaker", castList.of(post, show, Optional.empty()).get(0).voice().name());
    return header;
  }

  /** The post as its site knows it, with slashes on every system. */
  private String postPath() {
    Path root = show.root().toAbsolutePath().normalize();
    Path absolute = post.file().toAbsolutePath().normalize();
    Path path = absolute.startsWith(root) ? root.relativize(absolute) : absolute.getFileName();
    return String.valueOf(path).replace('\\', '/');
  }
}
