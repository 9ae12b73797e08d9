package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.KanaNotation.Phrase;
import dev.zundacast.episode.Sound;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.voice.EngineInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Asks an engine for the audio query of a text, with the words and the accents of its line. */
final class QueryMaker {
  private static final Pattern KANA = Pattern.compile("[ぁ-ゖァ-ヴー]+");

  /** Kana that are enough to tell texts by. */
  private static final int ENOUGH = 8;

  /**
   * Of 1,900 texts each has 70 of 100 pairs of kana in its own answer and more; 98 of 100 have
   * fewer than this in that of another text.
   */
  private static final double SAID_AT_LEAST = 0.4;

  private final EngineClient client;
  private final EngineInfo info;
  private final EngineWords words;
  private volatile boolean withoutNotation;

  QueryMaker(EngineClient client, EngineInfo info, EngineWords words) {
    this.client = client;
    this.info = info;
    this.words = words;
  }

  /** Whether the engine took the kana notation of every line that had some. */
  boolean knowsNotation() {
    return !withoutNotation;
  }

  /** The query of a text, with the line's words in it though no dictionary may have them. */
  ObjectNode of(String text, SpokenLine line, long style) throws EngineFault {
    String kana = text.replaceFirst("[/、]$", "");
    if (KanaNotation.is(kana)) {
      ObjectNode query = client.audioQuery(KanaNotation.reading(kana), style);
      return AudioQueries.with(
          phrased(query, KanaNotation.plain(kana), style), KanaNotation.moras(kana));
    }
    ObjectNode query = withoutRefused(text, line.words(), style);
    Optional<String> mended =
        words.areTaken() ? Optional.empty() : AccentCorrection.of(query, line.words());
    return mended.isPresent() ? phrased(query, mended.get(), style) : query;
  }

  /** The query of a text; a word of the dictionary with which the engine refuses it is kept out. */
  private ObjectNode withoutRefused(String text, List<DictionaryWord> given, long style)
      throws EngineFault {
    try {
      return query(text, style);
    } catch (EngineFault refusal) {
      List<DictionaryWord> here =
          given.stream().filter(word -> text.contains(word.surface())).toList();
      if (refusal.kind() != EngineFault.Kind.REFUSED || !words.areTaken() || here.isEmpty()) {
        throw refusal;
      }
      Set<List<DictionaryWord>> tries = new LinkedHashSet<>();
      here.forEach(word -> tries.add(List.of(word)));
      tries.add(here);
      for (List<DictionaryWord> some : tries) {
        try {
          ObjectNode query = query(keptOut(text, some), style);
          words.refusedInQuery(some, refusal);
          return query;
        } catch (EngineFault again) {
          if (again.kind() != EngineFault.Kind.REFUSED) {
            throw again;
          }
        }
      }
      throw refusal;
    }
  }

  /** The text as it is said, but written so that these words of the dictionary do not match it. */
  private static String keptOut(String text, List<DictionaryWord> words) {
    String written = text;
    for (DictionaryWord word : words) {
      written = written.replace(word.surface(), hiragana(word.surface()));
    }
    return written;
  }

  private static String hiragana(String katakana) {
    StringBuilder hiragana = new StringBuilder();
    katakana.chars().forEach(c -> hiragana.append((char) (c >= 'ァ' && c <= 'ヶ' ? c - 0x60 : c)));
    return hiragana.toString();
  }

  /** The query with these accent phrases; as it was on an engine that knows no kana notation. */
  private ObjectNode phrased(ObjectNode query, String kana, long style) throws EngineFault {
    try {
      return query.set("accent_phrases", client.accentPhrases(kana, style));
    } catch (EngineFault e) {
      if (e.kind() != EngineFault.Kind.REFUSED && !e.isMissingFeature()) {
        throw e;
      }
      withoutNotation = true;
      return query;
    }
  }

  private ObjectNode query(String text, long style) throws EngineFault {
    ObjectNode query = client.audioQuery(text, style);
    List<String> phrases = AudioQueries.phrases(query);
    if (isOfAnother(text, phrases)) {
      throw EngineFault.of(
          EngineFault.Kind.STRANGE,
          Message.of("engine.otherText", info.url(), text, String.join("", phrases)));
    }
    return query;
  }

  /** Whether hardly anything of a text stands in an answer: kana are said as they are written. */
  private static boolean isOfAnother(String text, List<String> phrases) {
    String heard = Sound.folded(String.join("", phrases).replace("、", ""));
    List<String> pairs =
        KANA.matcher(text)
            .results()
            .map(run -> Sound.folded(run.group()))
            .flatMap(
                run ->
                    IntStream.range(1, run.length()).mapToObj(at -> run.substring(at - 1, at + 1)))
            .toList();
    return pairs.size() >= ENOUGH
        && heard.length() >= ENOUGH
        && KANA.matcher(heard).matches()
        && pairs.stream().filter(heard::contains).count() < SAID_AT_LEAST * pairs.size();
  }

  /**
   * The accent phrases of a query with words in them that the engine's dictionary does not have:
   * each word is put into one phrase, with its own accent.
   */
  static final class AccentCorrection {
    /** Moras of the particles behind a word. */
    private static final int LONGEST_PARTICLE = 3;

    private final List<Phrase> phrases;
    private boolean changed;

    private AccentCorrection(JsonNode query) {
      phrases = new ArrayList<>(AudioQueries.accentPhrases(query));
    }

    /** What to ask for instead, in kana notation; empty when the query has all words. */
    static Optional<String> of(JsonNode query, List<DictionaryWord> words) {
      if (AudioQueries.hasPauseMoras(query)) {
        // Such engines take the sound of a line from its text.
        return Optional.empty();
      }
      AccentCorrection mending = new AccentCorrection(query);
      words.forEach(mending::mend);
      return mending.changed ? Optional.of(KanaNotation.print(mending.phrases)) : Optional.empty();
    }

    /** Every place where the word is said. */
    private void mend(DictionaryWord word) {
      String wanted = Sound.folded(word.reading());
      for (int first = 0; first < phrases.size(); first++) {
        for (int mora = 0; mora < phrases.get(first).moras().size(); mora++) {
          int length = length(first, mora, wanted);
          if (length > 0) {
            mend(first, mora, length, word.accent());
            break;
          }
        }
      }
    }

    /** How many moras from here on sound like this, within no pause; 0 for none. */
    private int length(int first, int mora, String wanted) {
      StringBuilder heard = new StringBuilder();
      int count = 0;
      int at = mora;
      for (int i = first; i < phrases.size(); i++) {
        for (; at < phrases.get(i).moras().size(); at++) {
          heard.append(phrases.get(i).moras().get(at).text());
          count++;
          String folded = Sound.folded(heard.toString());
          if (folded.equals(wanted)) {
            return count;
          }
          if (!wanted.startsWith(folded)) {
            return 0;
          }
        }
        at = 0;
        if (phrases.get(i).pause() || phrases.get(i).question()) {
          return 0;
        }
      }
      return 0;
    }

    private void mend(int first, int mora, int length, int accent) {
      boolean torn = mora + length > phrases.get(first).moras().size();
      if (!torn && mora > 0) {
        // Inside a compound the accent is the compound's.
        return;
      }
      if (torn) {
        join(first, mora + length);
        changed = true;
      }
      if (mora == 0) {
        setAccent(first, length, accent);
      }
    }

    /** Makes one phrase of the next ones, until it has so many moras. */
    private void join(int first, int moras) {
      while (phrases.get(first).moras().size() < moras) {
        Phrase phrase = phrases.get(first);
        Phrase next = phrases.remove(first + 1);
        List<KanaNotation.Mora> both = new ArrayList<>(phrase.moras());
        both.addAll(next.moras());
        int size = phrase.moras().size();
        int accent = phrase.accent() == size ? size + next.accent() : phrase.accent();
        phrases.set(first, new Phrase(both, accent, next.pause(), next.question()));
      }
    }

    private void setAccent(int first, int length, int accent) {
      Phrase phrase = phrases.get(first);
      int size = phrase.moras().size();
      boolean compound =
          phrase.accent() == size ? size - length > LONGEST_PARTICLE : phrase.accent() > length;
      if (compound) {
        // The word is the first part of a longer one, whose accent is its own.
        return;
      }
      int flat = phrase.accent() < length ? size : phrase.accent();
      int own = accent > 0 ? accent : flat;
      if (own != phrase.accent()) {
        phrases.set(first, new Phrase(phrase.moras(), own, phrase.pause(), phrase.question()));
        changed = true;
      }
    }
  }
}
