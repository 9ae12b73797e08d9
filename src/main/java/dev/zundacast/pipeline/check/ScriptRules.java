package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Voice;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.check.Check.PostRule;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.DryRun;
import dev.zundacast.reading.Readings.Guess;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.script.Scripts;
import dev.zundacast.script.file.ScriptContent;
import dev.zundacast.tag.TagSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What is made of a post, its script and its episode, to what of them is wrong or to be heard. */
public record ScriptRules(Stages stages, BuildOptions options) {
  /** All of them. */
  public List<PostRule> all() {
    Scripts scripts = stages.scripts();
    DryRun dryRun = new DryRun(stages);
    return List.of(
        new PostRule("tag", this::chapters),
        new PostRule("credit", new CreditRule(stages)::check),
        new PostRule("script", (post, findings) -> cast(post)),
        new PostRule("disclosure", this::disclosure),
        new PostRule("guess", this::guesses),
        new PostRule("decision", this::decisions),
        // What people or models wrote that the post does not say, and what nobody says on air.
        told("narration", scripts::misstatements),
        // Articles in which a narration tells another one.
        told("exchanged", scripts::exchanged),
        // What nobody says on air, in lines of the program's own.
        new PostRule(
            "wording",
            (post, findings) ->
                post.script().stream()
                    .map(scripts::ownWording)
                    .forEach(it -> it.forEach(findings))),
        new PostRule("stale", (post, findings) -> stale(dryRun, post, findings)));
  }

  private static PostRule told(
      String name, BiFunction<Post, ScriptContent, List<Diagnostic>> found) {
    return new PostRule(
        name,
        (post, findings) -> {
          if (post.post().isPresent() && post.script().isPresent()) {
            found.apply(post.post().get(), post.script().get()).forEach(findings);
          }
        });
  }

  /**
   * The MP3 has a chapter for each article, under the title that a build would give it: a person
   * may have written another one into the script.
   */
  private void chapters(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    List<String> chapters = post.tag().map(TagSummary::chapters).orElse(List.of());
    if (post.post().isEmpty() || chapters.isEmpty()) {
      return; // said by the rule for tags
    }
    Post known = post.post().get();
    for (String title : titles(post, known)) {
      if (chapters.stream().anyMatch(it -> AudioRule.same(it, title))) {
        continue;
      }
      Optional<Article> article =
          known.articles().stream().filter(it -> AudioRule.same(it.title(), title)).findFirst();
      findings.accept(
          Diagnostic.at(post.file(), article.map(Article::line).orElse(0), "check.noChapter", title)
              .withNext(AudioRule.REBUILD));
    }
  }

  /** The titles of the articles, where there is a script as a build would write that. */
  private List<String> titles(CheckedPost post, Post known) throws IOException {
    if (post.script().isEmpty()) {
      return known.articles().stream().map(Article::title).toList();
    }
    return stages
        .scripts()
        .of(known, post.show(), script(post), ScriptOptions.DEFAULTS)
        .update()
        .script()
        .sections()
        .stream()
        .filter(section -> section.kind() == Section.Kind.ARTICLE)
        .map(Section::title)
        .toList();
  }

  private Path script(CheckedPost post) {
    return stages.workspace().script(post.file());
  }

  /** Looks for the voices of a post without a script; one that is not known stops its build. */
  private void cast(CheckedPost post) throws IOException {
    if (post.post().isPresent() && !CreditRule.isPast(post) && post.script().isEmpty()) {
      stages.scripts().of(post.post().get(), post.show(), options.script()).requireCast();
    }
  }

  /** Directories ask that the audio itself says that its voice is artificial. */
  private void disclosure(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    if (options.script().disclosure() == Script.Disclosure.NONE
        || post.post().isEmpty()
        || CreditRule.isPast(post)
        || post.script().filter(it -> !it.script().isDisclosed()).isEmpty()) {
      return;
    }
    String line =
        stages.scripts().of(post.post().get(), post.show(), options.script()).disclosure();
    String words = line.isEmpty() ? "この番組は、合成音声でお送りしています。" : line;
    findings.accept(Diagnostic.of(script(post), "check.noDisclosure", words));
  }

  /** Words whose reading is a guess that nobody confirmed. */
  private void guesses(CheckedPost post, Consumer<Diagnostic> findings) {
    List<Line> lines = post.script().stream().flatMap(it -> it.script().lines()).toList();
    for (Guess guess : stages.readings().guesses(lines)) {
      Message message =
          Message.of(
              "check.guess", guess.line().id(), guess.entry().written(), guess.entry().reading());
      findings.accept(
          Diagnostic.at(script(post), guess.line().fileLine(), message)
              .withNext("check.confirmReading", guess.entry().command()));
    }
  }

  /** What a post says now where its script has a person's own words: one of the two is wrong. */
  private void decisions(CheckedPost post, Consumer<Diagnostic> findings) {
    post.script().stream()
        .flatMap(it -> it.decisions().stream())
        .map(it -> Diagnostic.at(script(post), it.fileLine(), "check.postChanged", it.now()))
        .forEach(findings);
  }

  /** Episodes that say something else than their post and script say now. */
  private void stale(DryRun dryRun, CheckedPost post, Consumer<Diagnostic> findings)
      throws IOException {
    if (dryRun.stateAsSpoken(post.file(), options) == DryRun.State.STALE) {
      findings.accept(
          Diagnostic.of(post.file(), "undo.mp3Outdated")
              .withNext("check.runBuild", Escaped.word(post.file().toString())));
    }
  }

  /**
   * What the terms of the voices that speak ask to be shown stands in the post or in the MP3's
   * comment. Who speaks is said by the script, else by the post's actors.
   */
  record CreditRule(Stages stages) {
    /** Between an engine and a character people write a colon, a slash, brackets or a space. */
    private static final String BETWEEN = "[ :/|・(「『-]{1,3}";

    /** Other characters of the same engine that are named before. */
    private static final String OTHERS = "(?:[^\n。]{0,60}[、,・/& ])?";

    private static final Duration PAST = Duration.ofDays(7);

    void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
      if (isPast(post)) {
        return;
      }
      Optional<TagSummary> tag = post.tag();
      if (tag.filter(TagSummary::isDraft).isPresent()) {
        return; // said by the rule for tags, and another voice will speak
      }
      List<String> texts = new ArrayList<>(List.of(post.text()));
      tag.ifPresent(known -> texts.addAll(known.comments()));
      for (String credit : credits(post)) {
        if (texts.stream().noneMatch(text -> isShown(credit, text))) {
          long lastLine = post.text().lines().count();
          findings.accept(Diagnostic.at(post.file(), (int) lastLine, "check.noCredit", credit));
        }
      }
    }

    /** An episode that everybody has heard is not published again for a line below its post. */
    static boolean isPast(CheckedPost post) {
      Instant now = Instant.now();
      return post.post().filter(it -> it.date().toInstant().plus(PAST).isBefore(now)).isPresent();
    }

    private Set<String> credits(CheckedPost post) {
      Set<String> credits = new LinkedHashSet<>();
      if (post.script().isPresent()) {
        Script script = post.script().get().script();
        script.lines().forEach(line -> credits.add(stages.voice(line, script).credit()));
      } else {
        for (String actor : post.front().values("actor_ids")) {
          stages.voices().find(actor).map(Voice::credit).ifPresent(credits::add);
        }
      }
      credits.removeIf(String::isBlank);
      return credits;
    }

    /**
     * Whether a text shows a credit, also as {@code VOICEVOX：ずんだもん}, {@code VOICEVOX ずんだもん} or
     * {@code VOICEVOX:春日部つむぎ、ずんだもん}.
     */
    static boolean isShown(String credit, String text) {
      String wanted = plain(credit);
      String shown = plain(text);
      int colon = wanted.indexOf(':');
      if (colon <= 0 || shown.contains(wanted)) {
        return shown.contains(wanted);
      }
      String engine = Pattern.quote(wanted.substring(0, colon).strip());
      String character = Pattern.quote(wanted.substring(colon + 1).strip());
      return Pattern.compile(
              engine + BETWEEN + OTHERS + character,
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
          .matcher(shown)
          .find();
    }

    /** Full-width signs as narrow ones, and one space for many. */
    private static String plain(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[ \\t]+", " ");
    }
  }
}
