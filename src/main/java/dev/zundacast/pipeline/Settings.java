package dev.zundacast.pipeline;

import dev.zundacast.audio.AudioSettings;
import dev.zundacast.audio.Music;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.YamlFields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Script.Disclosure;
import dev.zundacast.episode.SimilarName;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.engine.InstalledEngine.EngineProduct;
import dev.zundacast.post.Layout;
import dev.zundacast.rewrite.RewriteSettings;
import dev.zundacast.script.NarrationSource;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.voice.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a site's {@code zundacast.yaml} sets; options and environment go before it.
 *
 * @param file the file, whether it is there or not
 * @param engines addresses of engines, empty when it names none
 * @param pool how the engines are treated
 * @param script how scripts are written
 * @param audio what the MP3 shall be
 * @param sidecars where side files go
 * @param rewrite which language model is asked for narrations; empty for none
 * @param storeBytes what the clips may take before the oldest that nobody needs go
 * @param shared where many machines keep clips and frames together
 */
public record Settings(
    Path file,
    List<String> engines,
    PoolOptions pool,
    ScriptOptions script,
    AudioSettings audio,
    SideFiles sidecars,
    Optional<RewriteSettings> rewrite,
    long storeBytes,
    Shared shared) {

  /** The name of the file in the site's folder. */
  public static final String NAME = ShowFolder.SETTINGS;

  private static final Pattern ENGINE =
      Pattern.compile(EngineProduct.words().replace(", ", "|") + "|draft|https?://[^\\s/?#]+/?");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}/]*\\}");
  private static final List<String> LATER = List.of("publish", "archive");

  private static final long STORE_BYTES = 2_000_000_000L;

  /** Where side files go; out/ has them always. */
  public enum SideFiles {
    OUT,
    OUT_AND_SITE
  }

  /** The folder that machines share, "" for none, and whether a shard stops while it is away. */
  public record Shared(String folder, boolean required) {}

  /** Reads the site's settings, the usual ones without a file; a problem with every mistake. */
  public static Settings of(Path site) throws IOException {
    Path file = site.resolve(NAME);
    return Files.exists(file) ? whole(file, YamlFields.ofShow(file)) : usual(file);
  }

  /** Every field of a settings file of this text, set or usual; a problem with every mistake. */
  public static List<YamlFields.Field> fields(Path file, String text) throws IOException {
    YamlFields fields = YamlFields.of(file, text);
    whole(file, fields);
    return fields.asked();
  }

  private static Settings whole(Path file, YamlFields fields) throws IOException {
    Settings settings = read(file, fields);
    // Where things lie is ShowFolder's to read.
    ShowFolder.PLACES.forEach(place -> fields.text(place, ""));
    // How posts are written and what the site is called are read with the posts.
    Layout.check(fields);
    // What comes after the MP3 is read by the commands for that.
    LATER.forEach(fields::has);
    fields.reportUnknown();
    fields.requireRight();
    return settings;
  }

  /** What holds where nothing is set. */
  public static Settings usual(Path file) throws IOException {
    return read(file, YamlFields.of(file, ""));
  }

  private static Settings read(Path file, YamlFields fields) throws IOException {
    return new Settings(
        file,
        engines(fields),
        pool(fields),
        script(file, fields),
        fields.section("audio", audio -> audio(file, audio)),
        fields.flag("sidecars", false) ? SideFiles.OUT_AND_SITE : SideFiles.OUT,
        fields.section("rewrite", Settings::rewrite),
        Math.round(1e9 * fields.number("store-limit", 0, 100_000, STORE_BYTES / 1e9)),
        new Shared(fields.place("store", ""), fields.flag("store-required", false)));
  }

  /** {@code engines:} by their addresses, or {@code engine:} that is installed here. */
  private static List<String> engines(YamlFields fields) {
    String engine = fields.text("engine", "");
    List<String> engines = fields.texts("engines");
    if (!engine.isEmpty() && !engines.isEmpty()) {
      fields.report("engine", Message.of("settings.engineAndEngines"));
    }
    // A site that came from elsewhere must not bring a program along that a command would start.
    String key = engine.isEmpty() ? "engines" : "engine";
    List<String> named = engine.isEmpty() ? engines : List.of(engine);
    for (String it : named) {
      if (!ENGINE.matcher(it).matches()) {
        fields.reportIn(key, it, Message.of("settings.badEngine", EngineProduct.words(), it));
      }
    }
    return named;
  }

  private static PoolOptions.Timeouts timeouts(YamlFields fields) {
    PoolOptions.Timeouts usual = PoolOptions.Timeouts.USUAL;
    return new PoolOptions.Timeouts(
        seconds(fields, "connect", usual.connect()),
        seconds(fields, "version", usual.version()),
        seconds(fields, "query", usual.query()),
        seconds(fields, "synthesis", usual.synthesis()),
        seconds(fields, "load", usual.initialize()));
  }

  private static PoolOptions pool(YamlFields fields) {
    PoolOptions usual = PoolOptions.USUAL;
    PoolOptions.Mixed mixed =
        fields.flag("allow-mixed", false) ? PoolOptions.Mixed.ALLOW : PoolOptions.Mixed.REFUSE;
    return new PoolOptions(
        fields.section("timeouts", Settings::timeouts),
        seconds(fields, "patience", usual.patience()),
        usual.firstWait(),
        mixed,
        fields.flag("engine-dictionary", true)
            ? PoolOptions.Dictionary.WRITE
            : PoolOptions.Dictionary.LEAVE_ALONE,
        usual.running());
  }

  private static Duration seconds(YamlFields fields, String key, Duration usual) {
    // A day is more than anybody waits; 0 would mean for ever.
    double seconds = fields.number(key, 0.1, 86_400, usual.toMillis() / 1000.0);
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static ScriptOptions script(Path file, YamlFields fields) throws IOException {
    int sentences = (int) fields.number("max-sentences", 0, 1000, 0);
    double minutes = fields.number("minutes", 0, 600, ScriptOptions.USUAL_MINUTES);
    String style = fields.name("style", fields.text("style", ""));
    return new ScriptOptions(
        style.isEmpty() ? Optional.empty() : Optional.of(style),
        sentences == 0 ? Optional.empty() : Optional.of(sentences),
        fields.has("minutes") ? Optional.of(minutes) : Optional.empty(),
        disclosure(fields),
        fields.section("show", Settings::shows),
        place(file, fields, "narrations"),
        place(file, fields, "slides"));
  }

  /** {@code none} needs its reason: directories refuse shows that are silent about it. */
  private static Disclosure disclosure(YamlFields fields) {
    String asked = fields.text("disclosure", "opening");
    for (Disclosure where : Disclosure.values()) {
      String word = where.name().toLowerCase(Locale.ROOT);
      if (where == Disclosure.NONE ? asked.matches("none[ :：(（,、-]+\\S.*") : asked.equals(word)) {
        return where;
      }
    }
    fields.report("disclosure", Message.of("settings.badDisclosure", asked));
    return Disclosure.OPENING;
  }

  private static Optional<NarrationSource> place(Path file, YamlFields fields, String key)
      throws IOException {
    String place = fields.place(key, "");
    PLACEHOLDER
        .matcher(place)
        .results()
        .map(MatchResult::group)
        .filter(it -> !NarrationSource.PLACEHOLDERS.contains(it))
        .forEach(
            it ->
                fields.report(
                    key,
                    Message.of(
                        "settings.unknownValue",
                        it,
                        String.join(", ", NarrationSource.PLACEHOLDERS)),
                    SimilarName.hint(it, NarrationSource.PLACEHOLDERS)));
    Path folder = file.resolveSibling(place.contains("/") ? place.replaceFirst("/[^/]*$", "") : "");
    if (place.contains("/") && !SafePath.isOutside(file.resolveSibling(""), folder)) {
      SafePath.requireInside(file.resolveSibling(""), folder, 1, Message.of("feed.putFile"));
    }
    return place.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NarrationSource(
                file.resolveSibling(place), Optional.empty(), NarrationSource.Take.NEW));
  }

  private static Map<DayOfWeek, String> shows(YamlFields fields) {
    Map<DayOfWeek, String> shows = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = fields.text(day.name().toLowerCase(Locale.ROOT), "");
      if (!name.isEmpty()) {
        shows.put(day, name);
      }
    }
    return shows;
  }

  /** The model of a section that names one; nothing of it is loaded otherwise. */
  private static Optional<RewriteSettings> rewrite(YamlFields fields) {
    String url = fields.text("url", "");
    String model = fields.text("model", "");
    String keyEnv = fields.text("key-env", "");
    Duration timeout = seconds(fields, "timeout", Duration.ofSeconds(60));
    int maxTokens = (int) fields.number("max-tokens", 100, 100_000, 12_000);
    double temperature = fields.number("temperature", 0, 2, 0);
    int attempts = (int) fields.number("attempts", 1, 10, 3);
    if (!fields.text("scope", "episode").equals("episode")) {
      fields.report("scope", Message.of("settings.scope"));
    }
    if (url.isEmpty() && model.isEmpty()) {
      return Optional.empty();
    }
    if (url.isEmpty() || model.isEmpty()) {
      fields.report(url.isEmpty() ? "model" : "url", Message.of("settings.urlAndModel"));
      return Optional.empty();
    }
    RewriteSettings.fault(url, keyEnv).ifPresent(fault -> fields.report("url", fault));
    Optional<Diagnostic> unusual =
        RewriteSettings.isUsual(url, keyEnv)
            ? Optional.empty()
            : Optional.of(fields.at("key-env", Message.of("rewrite.otherHost", keyEnv)));
    return Optional.of(
        new RewriteSettings(
            url, model, keyEnv, timeout, maxTokens, temperature, attempts, unusual));
  }

  private static AudioSettings audio(Path file, YamlFields fields) {
    SegmentEncoder.Choice encoder = fields.choice("encoder", SegmentEncoder.Choice.AUTO);
    double lufs = fields.number("lufs", -30, -9, AudioSettings.DEFAULT.lufs());
    Music music = fields.section("music", it -> music(file, it));
    return new AudioSettings(encoder, lufs, "", music);
  }

  private static Music music(Path file, YamlFields fields) {
    double level = fields.number("level", -40, 10, -4);
    int fadeIn = (int) (1000 * fields.number("fade-in", 0, 60, 0.02));
    int fadeOut = (int) (1000 * fields.number("fade-out", 0, 60, 1.5));
    Function<String, Optional<Music.Piece>> named =
        key -> tune(file, key, fields).map(tune -> new Music.Piece(tune, level, fadeIn, fadeOut));
    double bedLevel = fields.number("bed-level", -60, 0, -24);
    return new Music(
        named.apply("opening"),
        named.apply("jingle"),
        named.apply("closing"),
        tune(file, "bed", fields).map(tune -> new Music.Bed(tune, bedLevel)));
  }

  /** A music file, named from the folder of the settings. */
  private static Optional<Path> tune(Path file, String key, YamlFields fields) {
    String name = fields.place(key, "");
    Path tune = file.resolveSibling(name);
    if (!name.isEmpty() && !Files.isRegularFile(tune)) {
      fields.report(key, Message.of("settings.noMusic", tune));
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(tune);
  }
}
