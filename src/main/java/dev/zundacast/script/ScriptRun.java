package dev.zundacast.script;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.episode.RewriteSource;
import dev.zundacast.episode.Rewrites;
import dev.zundacast.episode.Script.Disclosure;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.length.Length;
import dev.zundacast.script.merge.ScriptDraft;
import dev.zundacast.script.merge.ScriptDraft.Said;
import dev.zundacast.script.merge.ScriptMerge;
import dev.zundacast.script.merge.ScriptMerge.Host;
import dev.zundacast.script.merge.ScriptMerge.Reason;
import dev.zundacast.script.narration.Narration;
import dev.zundacast.script.narration.NarrationDraft;
import dev.zundacast.script.narration.Sound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One update of one script file. */
final class ScriptRun {
  private static final String SPEAKER = "speaker";
  private static final String STYLE = "style";
  private static final String MAX_SENTENCES = "max-sentences";
  private static final String MINUTES = "minutes";
  private static final String WORDING = "wording";

  /** Goes up when sentences are made otherwise, so that lines that nobody touched may follow. */
  private static final String WORDING_VERSION = "11";

  static final String NARRATION = "narration";

  private final Voices voices;
  private final CastList castList;
  private final Wording wording;
  private final Sound sound;
  private final Post post;
  private final Show show;
  private final Path file;

  ScriptRun(
      Voices voices,
      CastList castList,
      Wording wording,
      Sound sound,
      Post post,
      Show show,
      Path file) {
    this.sound = sound;
    this.voices = voices;
    this.castList = castList;
    this.wording = wording;
    this.post = post;
    this.show = show;
    this.file = file;
  }

  /** What the program makes of the post, before it meets a script file. */
  ScriptDraft draft(Optional<String> before, ScriptOptions options) throws IOException {
    Optional<ScriptDocument> there = parsed(before);
    Wanted wanted = wanted(options, there);
    Map<String, Rewrite> remembered = there.map(ScriptRun::rewrites).orElse(Map.of());
    List<Cast> cast = castList.of(post, show, wanted.style());
    return draft(cast, wanted, ArticleWords.of(Rewrites.REMEMBERED, remembered)).build();
  }

  /** What a language model may be asked to rewrite; nothing of a narration. */
  List<RewriteSource> sources(Optional<String> before, ScriptOptions options) throws IOException {
    Optional<ScriptDocument> there = parsed(before);
    if (options.narration().isPresent()
        || there.flatMap(document -> document.header(NARRATION)).isPresent()) {
      return List.of();
    }
    Wanted wanted = wanted(options, there);
    Map<String, Rewrite> remembered = there.map(ScriptRun::rewrites).orElse(Map.of());
    List<Cast> cast = castList.of(post, show, wanted.style());
    List<Cast> speaking =
        there.isPresent() ? standing(there.get(), cast, wanted.style(), new ArrayList<>()) : cast;
    return draft(speaking, wanted, ArticleWords.of(Rewrites.NONE, Map.of()))
        .sources(article -> Optional.ofNullable(remembered.get(ArticleWords.key(article))));
  }

  private PostDraft draft(List<Cast> cast, Wanted wanted, ArticleWords words) {
    return new PostDraft(post, show, cast, wording, wanted, words);
  }

  private Optional<ScriptDocument> parsed(Optional<String> text) {
    return text.map(it -> ScriptDocument.parse(file, it, voices));
  }

  private static Map<String, Rewrite> rewrites(ScriptDocument document) {
    return document.memory().rewrites();
  }

  /** How a script is to be written: as asked for, else as its file remembers. */
  record Wanted(Optional<String> style, Length length, Disclosure disclosure) {}

  private static Wanted wanted(ScriptOptions options, Optional<ScriptDocument> there) {
    Optional<String> style = options.style().or(() -> there.flatMap(it -> it.header(STYLE)));
    OptionalDouble minutes =
        options.minutes().isPresent()
            ? options.minutes()
            : there.flatMap(it -> it.header(MINUTES)).stream()
                .mapToDouble(Double::parseDouble)
                .findFirst();
    OptionalInt limit =
        options.maxSentences().isPresent()
            ? options.maxSentences()
            : there.flatMap(it -> it.header(MAX_SENTENCES)).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
    return new Wanted(style, new Length(limit, minutes), options.disclosure());
  }

  private static void remember(ScriptDocument document, ScriptOptions options) {
    options.style().ifPresent(style -> document.setHeader(STYLE, style));
    options
        .maxSentences()
        .ifPresent(limit -> document.setHeader(MAX_SENTENCES, Integer.toString(limit)));
    options.minutes().ifPresent(minutes -> document.setHeader(MINUTES, printed(minutes)));
  }

  ScriptUpdate update(Optional<String> before, ScriptOptions options, Rewrites rewrites)
      throws IOException {
    Optional<ScriptDocument> there = parsed(before);
    Wanted wanted = wanted(options, there);
    ScriptDocument document =
        there.isPresent() ? there.get() : ScriptDocument.create(file, header(), voices);
    remember(document, options);
    Optional<Narration> narration = narration(options, document);
    if (narration.isPresent()) {
      boolean partly =
          options
              .narration()
              .filter(it -> it.missing() == NarrationSource.Missing.BY_RULES)
              .isPresent();
      Optional<ScriptDraft> rules =
          partly
              ? Optional.of(
                  draft(
                          castList.of(post, show, wanted.style()),
                          wanted,
                          ArticleWords.of(Rewrites.NONE, Map.of()))
                      .build())
              : Optional.empty();
      return narrated(before, document, narration.get(), rules, wanted);
    }
    if (document.header(NARRATION).isPresent()) {
      document.giveIds();
      return ScriptUpdate.of(before, document, List.of());
    }
    Reason reason =
        there.isPresent() && !document.header(WORDING).equals(Optional.of(WORDING_VERSION))
            ? Reason.WORDING
            : Reason.POST;
    document.setHeader(WORDING, WORDING_VERSION);
    List<String> notes = new ArrayList<>();
    List<Cast> cast = castList.of(post, show, wanted.style());
    Host host = host(document, cast, notes);
    List<Cast> speaking =
        host == Host.SAME ? standing(document, cast, wanted.style(), notes) : cast;
    ArticleWords words = ArticleWords.of(rewrites, rewrites(document));
    ScriptDraft draft = draft(speaking, wanted, words).build();
    notes.addAll(ScriptMerge.into(document, draft, reason, host, words.remarks()));
    notes.addAll(words.notes());
    document.memory().setSpeaker(speaking.get(0).voice().name());
    document.memory().setRewrites(words.remembered());
    return ScriptUpdate.of(before, document, notes);
  }

  /** The narration that the script takes; one from the settings only when it is new. */
  private Optional<Narration> narration(ScriptOptions options, ScriptDocument document)
      throws IOException {
    if (options.narration().isEmpty()) {
      return Optional.empty();
    }
    List<String> speakers = new ArrayList<>();
    voices.all().forEach(voice -> speakers.add(voice.name()));
    voices.all().forEach(voice -> speakers.addAll(voice.aliases()));
    NarrationSource source = options.narration().get();
    return source
        .of(post)
        .map(it -> Narration.of(it.file(), it.text(), speakers))
        .filter(
            it ->
                source.when() == NarrationSource.When.ASKED
                    || !document.header(NARRATION).equals(Optional.of(remembered(it))));
  }

  /** Its name, and what changes when it says something else. */
  private static String remembered(Narration narration) {
    String said = narration.sentences().toString();
    return narration.file().getFileName() + " " + MergeBase.fingerprint(said);
  }

  /** The narration that the script takes with its pieces in their parts. */
  Optional<NarrationDraft> placed(Optional<String> before, ScriptOptions options)
      throws IOException {
    Optional<ScriptDocument> there = parsed(before);
    Optional<Narration> narration =
        narration(
            options,
            there.isPresent() ? there.get() : ScriptDocument.create(file, header(), voices));
    return narration.map(it -> new NarrationDraft(post, it, sound));
  }

  private ScriptUpdate narrated(
      Optional<String> before,
      ScriptDocument document,
      Narration narration,
      Optional<ScriptDraft> rules,
      Wanted wanted)
      throws IOException {
    NarrationDraft placed = new NarrationDraft(post, narration, sound);
    ScriptDraft told = placed.build(rules);
    ScriptDraft draft =
        told.isDisclosed() ? told : told.with(wanted.disclosure(), disclosure(wanted));
    document.setHeader(NARRATION, remembered(narration));
    List<String> notes = new ArrayList<>(placed.table());
    notes.addAll(ScriptMerge.into(document, draft, Reason.POST, Host.SAME, Map.of()));
    return ScriptUpdate.of(before, document, notes);
  }

  String disclosure(ScriptOptions options) throws IOException {
    return disclosure(wanted(options, Optional.empty())).stream()
        .map(Said::text)
        .findFirst()
        .orElse("");
  }

  /** What the character whom the post names says of its voice. */
  private List<Said> disclosure(Wanted wanted) throws IOException {
    List<Cast> cast = castList.of(post, show, wanted.style());
    return PostDraft.disclosure(EpisodeFrame.of(post, show, cast, wording), wanted.disclosure());
  }

  /** 8.0 as 8. */
  private static String printed(double minutes) {
    return new java.math.BigDecimal(Double.toString(minutes)).stripTrailingZeros().toPlainString();
  }

  /** The script's speaker follows the post's first actor, unless a person chose another. */
  private static Host host(ScriptDocument document, List<Cast> cast, List<String> notes) {
    String named = cast.get(0).voice().name();
    String speaker = document.header(SPEAKER).orElse(named);
    boolean ours =
        document.memory().speaker().filter(MergeBase.fingerprint(speaker)::equals).isPresent();
    if (speaker.equals(named)) {
      boolean known = document.memory().speaker().isPresent();
      boolean same = document.memory().speaker().equals(Optional.of(MergeBase.fingerprint(named)));
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
  private List<Cast> standing(
      ScriptDocument document, List<Cast> cast, Optional<String> style, List<String> notes)
      throws IOException {
    String named = cast.get(0).voice().name();
    Optional<Voice> words =
        document
            .memory()
            .speaker()
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
