package dev.zundacast.reading;

import dev.zundacast.episode.Sound;
import dev.zundacast.reading.kanji.SureReadings;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds words in kanji that an engine's answer has otherwise than the analyser, where the analyser
 * is sure: words that its dictionary reads in one way alone, between words that sound as they
 * should.
 */
final class KanjiComparison {
  /**
   * Words that are misread together.
   *
   * @param from offset of the first in the text
   * @param to behind the last
   * @param kana what should be heard, in katakana
   * @param heard what the engine says instead, in katakana
   */
  record Misread(int from, int to, String kana, String heard) {
    /** Whether no kana end the words, as they do a verb, and a list may hold them. */
    boolean isNoun(String text) {
      return to - from > 1 && NOUN.matcher(text.substring(from, to)).matches();
    }

    /** What to write for the words: katakana for a noun, hiragana for a verb. */
    String spelling(String text) {
      return isNoun(text) ? Kana.said(kana) : Kana.hiragana(kana);
    }
  }

  private static final Pattern NOUN = Pattern.compile("[\\p{IsHan}々ァ-ヶー]+");
  private static final Pattern KANJI = Pattern.compile("\\p{IsHan}");

  /** What is so much longer is an answer to something else. */
  private static final int MOST_TIMES = 2;

  /** Suffixes and prefixes of one kanji that are hardly ever read in another way. */
  private static final String SUFFIXES = "性化的率度量用式系感費料法論学社員室館署省庁局部課班団隊会";

  private static final String PREFIXES = "新高低多各全本再非未無超最総副現旧被準逆対両諸同当";

  private static final String VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ";
  private static final String UNVOICED = "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホ";

  private final Morphology morphology;
  private final SureReadings sure;

  KanjiComparison(Morphology morphology) {
    this.morphology = morphology;
    this.sure = new SureReadings(morphology);
  }

  /**
   * In the order of the text.
   *
   * @param phrases the moras of each accent phrase of an engine's answer to {@code spoken}
   */
  List<Misread> of(String spoken, List<String> phrases) {
    if (!KANJI.matcher(spoken).find()) {
      return List.of();
    }
    String heard = String.join("", phrases).replace("、", "");
    return new Run(morphology.analyse(spoken), spoken, heard).misread();
  }

  /** The text with the misread words in kana. */
  static String respelled(String text, List<Misread> misread) {
    StringBuilder respelled = new StringBuilder(text);
    for (int i = misread.size() - 1; i >= 0; i--) {
      Misread words = misread.get(i);
      respelled.replace(words.from(), words.to(), words.spelling(text));
    }
    return respelled.toString();
  }

  /** One text beside one answer. */
  private final class Run {
    private final String text;
    private final List<Morpheme> words;
    private final List<ExpectedSounds.Sound> sounds;
    private final String heard;
    private final SoundAlignment alignment;
    private final List<Misread> found = new ArrayList<>();

    Run(List<Morpheme> words, String text, String heard) {
      this.text = text;
      this.words = words.stream().filter(word -> !word.is("記号")).toList();
      this.sounds = ExpectedSounds.of(this.words, text);
      this.heard = heard;
      this.alignment = SoundAlignment.of(sounds, heard);
    }

    List<Misread> misread() {
      int first = 0;
      int from = 0;
      int sound = 0;
      for (int i = 0; i < words.size(); i++) {
        sound = end(sound, words.get(i));
        if (meets(sound)) {
          compare(words.subList(first, i + 1), from, sound);
          first = i + 1;
          from = sound;
        }
      }
      return found;
    }

    /** Behind the last sound of a word. */
    private int end(int from, Morpheme word) {
      int end = from;
      while (end < sounds.size() && sounds.get(end).word() == word.start()) {
        end++;
      }
      return end;
    }

    /** Whether both sides of a boundary between two words sound as they should. */
    private boolean meets(int sound) {
      int before = sound == 0 ? -1 : heardAt(sound - 1);
      int behind = sound == sounds.size() ? heard.length() : heardAt(sound);
      boolean known = (sound == 0 || before >= 0) && behind >= 0;
      return known && before + 1 == behind;
    }

    /** The place where a sound is heard as it should be, -1 where it is not. */
    private int heardAt(int sound) {
      int at = alignment.heardAt(sound);
      return at >= 0 && SoundAlignment.isSame(sounds.get(sound), heard.charAt(at)) ? at : -1;
    }

    private void compare(List<Morpheme> run, int from, int to) {
      int start = from == 0 ? 0 : alignment.heardAt(from - 1) + 1;
      int end = to == sounds.size() ? heard.length() : alignment.heardAt(to);
      String before = from == 0 ? "" : String.valueOf(heard.charAt(start - 1));
      if (!isAlike(before + kana(from, to), before + heard.substring(start, end))) {
        narrow(run, from, to, heard.substring(start, end));
      }
    }

    /** Leaves out the words at both ends that sound as they should. */
    private void narrow(List<Morpheme> run, int from, int to, String said) {
      int last = run.size() - 1;
      int next = end(from, run.get(0));
      int lastFrom = run.subList(0, last).stream().reduce(from, this::end, (one, other) -> other);
      if (last > 0 && isHead(kana(from, next), said)) {
        narrow(run.subList(1, last + 1), next, to, said.substring(next - from));
      } else if (last > 0 && isTail(kana(lastFrom, to), said)) {
        narrow(
            run.subList(0, last), from, lastFrom, said.substring(0, said.length() - to + lastFrom));
      } else if (isSure(run, text) && said.length() <= MOST_TIMES * (to - from)) {
        found.add(new Misread(run.get(0).start(), run.get(last).end(), kana(from, to), said));
      }
    }

    private String kana(int from, int to) {
      return sounds.subList(from, to).stream()
          .map(sound -> String.valueOf(sound.kana()))
          .collect(Collectors.joining());
    }
  }

  /** At least one word in kanji, and every one sure; 吹き出し is cut into 吹き出 and し. */
  private boolean isSure(List<Morpheme> run, String text) {
    return !text.startsWith("し", run.get(run.size() - 1).end())
        && run.stream().anyMatch(word -> KANJI.matcher(word.surface()).find())
        && run.stream().allMatch(word -> isSure(word, text));
  }

  private boolean isSure(Morpheme word, String text) {
    if (!KANJI.matcher(word.surface()).find()) {
      return word.is("助詞") || word.is("助動詞");
    }
    if (isSureAffix(word, text)) {
      return true;
    }
    boolean name = word.is("名詞-固有名詞") || word.is("名詞-数") || word.is("名詞-接尾");
    return !name && Character.isIdeographic(word.surface().charAt(0)) && sure.has(word.surface());
  }

  private static boolean isSureAffix(Morpheme word, String text) {
    return word.is("接頭詞")
        ? PREFIXES.contains(word.surface())
        : word.is("名詞-接尾")
            && SUFFIXES.contains(word.surface())
            && !isBehindHiragana(text, word.start());
  }

  /** 部 of 語り部 is a word's end, not a suffix. */
  private static boolean isBehindHiragana(String text, int at) {
    return at > 0 && text.substring(at - 1, at).matches("\\p{IsHiragana}");
  }

  /** Whether both sound alike; 言う is said ユウ, and what begins a word may be voiced or not. */
  private static boolean isAlike(String kana, String said) {
    String meant = Sound.folded(kana).replace("イウ", "ユウ");
    String heard = Sound.folded(said).replace("イウ", "ユウ");
    return unvoiced(meant).equals(unvoiced(heard));
  }

  private static boolean isHead(String kana, String said) {
    return said.length() > kana.length() && isAlike(kana, said.substring(0, kana.length()));
  }

  private static boolean isTail(String kana, String said) {
    int from = said.length() - kana.length();
    return from > 0 && isAlike(kana, said.substring(from));
  }

  private static String unvoiced(String kana) {
    StringBuilder unvoiced = new StringBuilder();
    for (int i = 0; i < kana.length(); i++) {
      int at = VOICED.indexOf(kana.charAt(i));
      unvoiced.append(at < 0 ? kana.charAt(i) : UNVOICED.charAt(at));
    }
    return unvoiced.toString();
  }
}
