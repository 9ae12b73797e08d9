package dev.zundacast.studio.episode;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.KanaNotation.Mora;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Lines to their moras and accents, as the script says them or as an engine would. */
public record LineKana(EngineKeeper engines) {
  /**
   * How a line is said.
   *
   * @throws Problem of kind NO_ENGINE when only an engine could tell, and none is there
   */
  public Fields of(OpenEpisode episode, String id) throws IOException {
    EpisodeText text = episode.requireText();
    SpokenLine line = text.line(id);
    boolean written = KanaNotation.is(line.line().spoken());
    if (!written) {
      engines.require();
    }
    Optional<String> engine = heard(text, written ? unaccented(text, line) : line);
    String kana = written ? line.line().spoken() : engine.orElse("");
    return Json.with("phrases", parse(kana)).with("engineKana", engine);
  }

  /** The line as it would be said without the accents that a person gave it. */
  private static SpokenLine unaccented(EpisodeText text, SpokenLine line) {
    Line plain = line.line().withSpoken("");
    return text.stages().readings().read(plain, line.voice());
  }

  private Optional<String> heard(EpisodeText text, SpokenLine line) throws IOException {
    Optional<EnginePool> pool = engines.pool();
    if (pool.isEmpty() || line.spoken().isBlank()) {
      return pool.map(any -> "");
    }
    return Optional.of(ask(pool.get(), text, line));
  }

  private String ask(EnginePool pool, EpisodeText text, SpokenLine line) throws IOException {
    try {
      pool.learn(text.audible());
      return pool.heard(line, text.stages().readings().review());
    } catch (IOException e) {
      engines.doubt(e);
      throw Problem.noEngine(String.valueOf(e.getMessage())).causedBy(e);
    }
  }

  /** VOICEVOX's kana notation to accent phrases. */
  private static List<Phrase> parse(String kana) {
    return Stream.of(kana.split("(?<=[/、])"))
        .map(LineKana::phrase)
        .filter(phrase -> !phrase.moras().isEmpty())
        .toList();
  }

  private static Phrase phrase(String kana) {
    int accent = KanaNotation.moras(kana.replaceFirst("'.*", "")).size();
    return new Phrase(KanaNotation.moras(kana), accent, kana.endsWith("、"), kana.contains("？"));
  }

  /** A word in kana as a phrase that falls behind a mora; flat, it falls nowhere before its end. */
  static String accented(String kana, int accent) {
    List<Mora> moras = KanaNotation.moras(kana);
    int falls = accent == 0 ? moras.size() : Math.min(accent, moras.size());
    return print(List.of(new Phrase(moras, falls, /* pause= */ false, /* question= */ false)));
  }

  /** Accent phrases to VOICEVOX's kana notation. */
  static String print(List<Phrase> phrases) {
    StringBuilder kana = new StringBuilder();
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      for (int m = 0; m < phrase.moras().size(); m++) {
        kana.append(phrase.moras().get(m).print());
        kana.append(m + 1 == phrase.accent() ? "'" : "");
      }
      kana.append(phrase.question() ? "？" : "");
      kana.append(i + 1 == phrases.size() ? "" : phrase.pause() ? "、" : "/");
    }
    return kana.toString();
  }

  /**
   * An accent phrase.
   *
   * @param accent the mora that it falls behind, from 1
   * @param pause whether one follows
   * @param question whether it asks
   */
  public record Phrase(List<Mora> moras, int accent, boolean pause, boolean question) {
    public Phrase {
      moras = List.copyOf(Objects.requireNonNullElse(moras, List.of()));
    }
  }

  /** Phrases that a person moved. */
  public record Moved(String line, List<Phrase> phrases) {
    public Moved {
      line = Objects.requireNonNullElse(line, "");
      phrases = List.copyOf(Objects.requireNonNullElse(phrases, List.of()));
    }
  }
}
