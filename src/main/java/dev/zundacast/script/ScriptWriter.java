package dev.zundacast.script;

import dev.zundacast.disk.TextFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.NumberedArticle;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.SimilarName;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.ScriptContent;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.file.ScriptDraft;
import dev.zundacast.script.file.ScriptDraft.DraftLine;
import dev.zundacast.script.file.ScriptMerge;
import dev.zundacast.script.file.ScriptMerge.Reason;
import dev.zundacast.script.narration.Narration;
import dev.zundacast.script.narration.NarrationDraft;
import dev.zundacast.script.speech.EndingVariation;
import dev.zundacast.script.speech.Reactions;
import dev.zundacast.script.speech.SpeechStyles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes the script of one post: new, or the file that is there with what changed in the post.
 * Writes no file; reads that of the script once, when it is made.
 */
public final class ScriptWriter {
  private static final String SPEAKER = "speaker";
  private static final String STYLE = "style";
  private static final String MAX_SENTENCES = "max-sentences";
  private static final String MINUTES = "minutes";
  private static final String WORDING = "wording";

  /** Speaks when a post names nobody. */
  private static final String HOST = "ずんだもん";

  /** Goes up when sentences are made otherwise, so that lines that nobody touched may follow. */
  private static final String WORDING_VERSION = "27";

  private final Scripts scripts;
  private final Post post;
  private final Show show;
  private final Path file;
  private final Optional<String> before;
  private final ScriptDocument there;

  /** What was asked for now; {@link #options} has what the file remembers, too. */
  private final ScriptOptions asked;

  private final ScriptOptions options;

  /**
   * @param site the programme is found from it
   * @param before the text of the script file, empty where there is none
   */
  ScriptWriter(
      Scripts scripts,
      Post post,
      Show site,
      Path file,
      Optional<String> before,
      ScriptOptions asked) {
    this.scripts = scripts;
    this.post = post;
    this.show = asked.show(post, site, scripts.voices());
    this.file = file;
    this.before = before;
    this.asked = asked;
    this.there =
        before
            .map(text -> ScriptDocument.parse(file, text, scripts.voices()))
            .orElseGet(() -> ScriptDocument.empty(file, scripts.voices()));
    this.options =
        asked.with(
            asked.style().or(() -> there.header(STYLE)),
            asked.maxSentences().or(() -> there.header(MAX_SENTENCES).map(Integer::valueOf)),
            asked.minutes().or(() -> there.header(MINUTES).map(Double::valueOf)));
  }

  // Who speaks.

  private List<Speaker> cast() throws IOException {
    return cast(post.actorIds(), options.style());
  }

  /**
   * The characters of these names, ずんだもん where there are none.
   *
   * @param style instead of each character's own
   */
  private List<Speaker> cast(List<String> actors, Optional<String> style) throws IOException {
    Voices voices = scripts.voices();
    Set<Voice> speakers = new LinkedHashSet<>();
    for (String actor : actors) {
      speakers.add(voice(actor));
    }
    if (speakers.isEmpty()) {
      speakers.add(voices.find(HOST).orElse(voices.all().get(0)));
    }
    SpeechStyles styles = scripts.tables().styles();
    List<Speaker> cast = new ArrayList<>();
    for (Voice voice : speakers) {
      String speech = style.orElse(voice.speech());
      Template template = template(voice);
      styles.check(speech);
      cast.add(
          new Speaker(
              cast.isEmpty() ? "" : voice.name(),
              voice,
              template,
              text -> styles.styled(text, speech),
              EndingVariation.of(voices.folders(), speech),
              new Reactions(voices.folders(), speech)));
    }
    return cast;
  }

  private Voice voice(String actor) throws IOException {
    Voices voices = scripts.voices();
    Optional<Voice> voice =
        voices
            .find(actor)
            .or(() -> Optional.ofNullable(show.actors().get(actor)).flatMap(voices::find));
    if (voice.isEmpty()) {
      Message message = Message.of("script.unknownActor", actor, voices.known());
      Message meant = SimilarName.hint(actor, List.of(voices.known().split("、")));
      throw Problem.in(
          Diagnostic.at(post.file(), lineOf(actor), message)
              .withNext(meant.isEmpty() ? Message.of("script.noVoice", voices.folder()) : meant));
    }
    return voice.get();
  }

  /** The line of the post that names the actor, the first when it cannot be found. */
  private int lineOf(String actor) throws IOException {
    List<String> lines = TextFile.read(post.file()).orElse("").lines().toList();
    return 1
        + IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains(actor))
            .findFirst()
            .orElse(0);
  }

  /** The show's own template of this name, else the program's. */
  private Template template(Voice voice) throws IOException {
    Voices voices = scripts.voices();
    for (Path folder : voices.folders()) {
      Path file = folder.resolve(voice.template());
      Optional<String> text = TextFile.read(file);
      if (text.isPresent()) {
        return Template.read(file, text.get());
      }
    }
    Path file = voices.folder().resolve(voice.template());
    throw Problem.in(Diagnostic.of(file, "template.none", voice.name()));
  }

  private EpisodeFrame frame(List<Speaker> cast) {
    return EpisodeFrame.of(post, show, cast, scripts.tables());
  }

  private ScriptDraft draft(List<Speaker> cast) {
    List<Voice> voices = cast.stream().map(Speaker::voice).toList();
    Scripts.Asked asked = new Scripts.Asked(post, show, options, voices);
    return scripts.draft(asked, () -> new PostDraft(frame(cast), options).build());
  }

  // What the program would say.

  /** What the program makes of the post, line by line, with the rules that made it. */
  public List<DraftLine> explain() throws IOException {
    return draft().chapters().stream().flatMap(chapter -> chapter.lines().stream()).toList();
  }

  /** What the program makes of the post, before it meets the script. */
  ScriptDraft draft() throws IOException {
    return draft(cast());
  }

  /** Looks for the voice of each of the post's actors; one that has none is a {@link Problem}. */
  public void requireCast() throws IOException {
    cast();
  }

  /** The line in which the post's character says that its voice is artificial, "" for none. */
  public String disclosure() throws IOException {
    return disclosed().stream().map(DraftLine::text).findFirst().orElse("");
  }

  private List<DraftLine> disclosed() throws IOException {
    return PostDraft.disclosure(frame(cast()), options.disclosure());
  }

  /** What a language model may be asked to tell. */
  public List<NumberedArticle> sources() throws IOException {
    return new PostDraft(frame(cast()), options).sources();
  }

  // The script.

  /** The text that the program would write if there was no script. */
  public String anew() throws IOException {
    return new ScriptWriter(scripts, post, show, file, Optional.empty(), asked).update().text();
  }

  /**
   * The script with what changed in the post. A person's edits stay.
   *
   * @throws Problem when the file, the template or the narration is wrong
   */
  public ScriptUpdate update() throws IOException {
    ScriptDocument document = there.copy();
    if (before.isEmpty()) {
      document.setHeader("zundacast", ScriptDocument.VERSION);
      document.setHeader("post", postPath());
      Speaker host = cast(post.actorIds(), Optional.empty()).get(0);
      document.setHeader(SPEAKER, host.voice().name());
    }
    asked.style().ifPresent(it -> document.setHeader(STYLE, it));
    asked.maxSentences().ifPresent(it -> document.setHeader(MAX_SENTENCES, it.toString()));
    // 8.0 is written as 8.
    asked
        .minutes()
        .map(it -> new BigDecimal(it.toString()).stripTrailingZeros().toPlainString())
        .ifPresent(it -> document.setHeader(MINUTES, it));
    Optional<Narration> narration = narration();
    if (narration.isPresent()) {
      return narrated(document, narration.get());
    }
    if (document.header(ScriptDocument.NARRATION).isPresent()) {
      document.giveIds();
      return ScriptUpdate.of(before, document.content(), List.of());
    }
    boolean anew =
        before.isPresent() && !document.header(WORDING).equals(Optional.of(WORDING_VERSION));
    document.setHeader(WORDING, WORDING_VERSION);
    List<Message> notes = new ArrayList<>();
    Speaking speaking = speaking(document, notes);
    Reason reason = speaking.isNew() ? Reason.SPEAKER : anew ? Reason.WORDING : Reason.POST;
    notes.addAll(ScriptMerge.into(document, draft(speaking.cast()), reason));
    document.rememberSpeaker(speaking.cast().get(0).voice().name());
    return ScriptUpdate.of(before, document.content(), notes);
  }

  /** The post as its site knows it, with slashes on every system. */
  private String postPath() {
    Path root = show.root().toAbsolutePath().normalize();
    Path absolute = post.file().toAbsolutePath().normalize();
    Path path = absolute.startsWith(root) ? root.relativize(absolute) : absolute.getFileName();
    return String.valueOf(path).replace('\\', '/');
  }

  /** Who speaks, and whether that is somebody else than before. */
  private record Speaking(List<Speaker> cast, boolean isNew) {}

  /** Speaker and texts follow the post's first actor, unless a person chose another. */
  private Speaking speaking(ScriptDocument document, List<Message> notes) throws IOException {
    List<Speaker> cast = cast();
    String named = cast.get(0).voice().name();
    String speaker = document.header(SPEAKER).orElse(named);
    Optional<String> known = document.rememberedSpeaker();
    boolean ours = known.isPresent() && known.get().equals(MergeBase.fingerprint(speaker));
    if (speaker.equals(named)) {
      return new Speaking(cast, !ours && known.isPresent());
    }
    if (ours) {
      document.setHeader(SPEAKER, named);
      notes.add(Message.of("merge.speakerFollows", named, speaker));
      return new Speaking(cast, true);
    }
    Optional<String> words =
        scripts.voices().all().stream()
            .map(Voice::name)
            .filter(name -> known.equals(Optional.of(MergeBase.fingerprint(name))))
            .findFirst();
    if (words.isEmpty() || words.get().equals(named)) {
      return new Speaking(cast, false);
    }
    notes.add(Message.of("merge.speakerKept", speaker, named));
    List<String> actors = new ArrayList<>(List.of(words.get()));
    post.actorIds().stream().skip(1).forEach(actors::add);
    return new Speaking(cast(actors, options.style()), false);
  }

  // Narrations.

  /** The narration that the script takes; one from the settings only when it is new. */
  private Optional<Narration> narration() throws IOException {
    if (options.narration().isEmpty()) {
      return Optional.empty();
    }
    Scripts.requireSayable(post);
    List<String> speakers = new ArrayList<>();
    scripts.voices().all().forEach(voice -> speakers.add(voice.name()));
    scripts.voices().all().forEach(voice -> speakers.addAll(voice.aliases()));
    NarrationSource source = options.narration().get();
    return source
        .of(post, speakers)
        .filter(
            it ->
                source.take() != NarrationSource.Take.NEW
                    || !there.header(ScriptDocument.NARRATION).equals(Optional.of(remembered(it))));
  }

  /** Its name, and what changes when it says something else. */
  private static String remembered(Narration narration) {
    return narration.file().getFileName()
        + " "
        + MergeBase.fingerprint(narration.sentences().toString());
  }

  private ScriptUpdate narrated(ScriptDocument document, Narration narration) throws IOException {
    boolean partly =
        options.narration().filter(it -> it.take() == NarrationSource.Take.PARTLY).isPresent();
    Optional<ScriptDraft> rules = partly ? Optional.of(draft()) : Optional.empty();
    NarrationDraft placed = new NarrationDraft(post, narration, scripts.sound());
    ScriptDraft told = placed.build(rules);
    ScriptDraft draft = told.isDisclosed() ? told : told.with(options.disclosure(), disclosed());
    document.setHeader(ScriptDocument.NARRATION, remembered(narration));
    List<Message> notes = new ArrayList<>(placed.table());
    notes.addAll(ScriptMerge.into(document, draft, Reason.NARRATION));
    ScriptContent content = document.content();
    return new ScriptUpdate(
        before, content, notes, scripts.misstatements(post, content), Optional.empty());
  }

  /**
   * Where the pieces of the narration belong that the options name; empty where they name none.
   *
   * @throws Problem when it says nothing, or its marks cannot be
   */
  public Optional<NarrationDraft.Placed> placed() throws IOException {
    return narration().map(it -> new NarrationDraft(post, it, scripts.sound()).placed());
  }

  /** What whoever wrote a narration has to mend: why it is refused, else what is wrong in it. */
  public List<Diagnostic> review() throws IOException {
    List<Diagnostic> faults = placed().map(NarrationDraft.Placed::faults).orElse(List.of());
    return faults.isEmpty()
        ? scripts.misstatements(post, update().content())
        : faults.stream().map(it -> Diagnostic.of(it.file(), it.message())).toList();
  }
}
