package dev.zundacast.script;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.SectionMerge.Host;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.ScriptDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One update of one script file. */
final class ScriptRun {
  private static final String SPEAKER = "speaker";
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
    List<String> notes = new ArrayList<>();
    Host host = host(document, cast, notes);
    List<CastList.Cast> speaking =
        host == Host.SAME ? standing(document, cast, style, notes) : cast;
    notes.addAll(
        ScriptMerge.into(document, new PostDraft(post, show, speaking, limit).build(), host));
    document.rememberSpeaker(speaking.get(0).voice().name());
    return ScriptUpdate.of(before, document, notes);
  }

  private static ScriptUpdate changed(
      Optional<String> before, ScriptDocument document, ScriptDraft draft) {
    return ScriptUpdate.of(before, document, ScriptMerge.into(document, draft, Host.SAME));
  }

  /** The script's speaker follows the post's first actor, unless a person chose another. */
  private static Host host(ScriptDocument document, List<CastList.Cast> cast, List<String> notes) {
    String named = cast.get(0).voice().name();
    String speaker = document.header(SPEAKER).orElse(named);
    boolean ours =
        document.rememberedSpeaker().filter(MergeBase.fingerprint(speaker)::equals).isPresent();
    if (speaker.equals(named)) {
      boolean known = document.rememberedSpeaker().isPresent();
      boolean same = document.rememberedSpeaker().equals(Optional.of(MergeBase.fingerprint(named)));
      return known && !same ? Host.CHANGED : Host.SAME;
    }
    if (!ours) {
      return Host.SAME;
    }
    document.setHeader(SPEAKER, named);
    notes.add(named + " speaks now instead of " + speaker + ", as the post says; the texts follow");
    return Host.CHANGED;
  }

  /** Where a person chose the speaker, the texts stay in the words that they had. */
  private List<CastList.Cast> standing(
      ScriptDocument document, List<CastList.Cast> cast, Optional<String> style, List<String> notes)
      throws IOException {
    String named = cast.get(0).voice().name();
    Optional<Voice> words =
        document
            .rememberedSpeaker()
            .flatMap(
                known ->
                    voices.all().stream()
                        .filter(voice -> MergeBase.fingerprint(voice.name()).equals(known))
                        .findFirst());
    if (words.isEmpty() || words.get().name().equals(named)) {
      return cast;
    }
    notes.add(
        "@speaker "
            + document.header(SPEAKER).orElse("")
            + " is yours, so speaker and texts stay; the post names "
            + named
            + " now: write '@speaker "
            + named
            + "' to follow it");
    List<String> actors = new ArrayList<>(post.actorIds());
    actors.remove(0);
    actors.add(0, words.get().name());
    return castList.of(post, actors, show, style);
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
    header.put(SPEAKER, castList.of(post, show, Optional.empty()).get(0).voice().name());
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
