package dev.zundacast.script.narration;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Post;
import dev.zundacast.words.Morpheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that is spelt for an engine (ぼくわ、エーアイ) to one that is spelt for people (ぼくは、AI) and
 * sounds the same; where it would not, it stays as it was written.
 */
final class Spelling {
  /** As it sounds, and as it is spelt where it is a particle. */
  private static final Map<Character, Character> PARTICLES = Map.of('わ', 'は', 'え', 'へ', 'お', 'を');

  private static final Pattern LATIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9.+#&'’-]*(?: [A-Za-z0-9][A-Za-z0-9.+#&'’-]*){0,3}");
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー][ァ-ヺー・ ]+[ァ-ヺー]");

  /** A name and its version: ジーピーティー5.6. */
  private static final Pattern NUMBERED = Pattern.compile(KATAKANA + "[ -]?\\d+(?:\\.\\d+)*");

  private static final Pattern KANA = Pattern.compile("[ぁ-ゖ][ぁ-ゖァ-ヺー]{2,13}");
  private static final Pattern KANJI = Pattern.compile("\\p{IsHan}{2,}");

  /** Shorter words in kana are other words, too. */
  private static final int LONG_WORD = 4;

  /** What narrations say of themselves. */
  private static final List<String> SHOW =
      List.of("番組", "放送", "放送局", "放送部", "記事", "紹介", "感想", "募集", "話題", "技術");

  private static final String ENDS = "。！？!?」』）♪ー〜～…";

  private final Sound sound;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  /**
   * @param post spells the names that its narration says
   */
  Spelling(Post post, Sound sound) {
    this.sound = sound;
    SHOW.forEach(it -> words.put(sound.of(it), it));
    for (Article article : post.articles()) {
      learn(article.title());
      article.blocks().stream().map(Block::text).forEach(this::learn);
    }
  }

  private void learn(String text) {
    sound.morphemes(text).forEach(this::learn);
    Matcher latin = LATIN.matcher(text);
    while (latin.find()) {
      String[] words = latin.group().split(" ", -1);
      for (int from = 0; from < words.length; from++) {
        StringBuilder name = new StringBuilder();
        boolean named = false;
        for (int to = from;
            to < words.length && !words[to].equals(words[to].toLowerCase(Locale.ROOT));
            to++) {
          named |= isName(words[to]);
          name.append(to > from ? " " : "").append(words[to]);
          if (named) {
            names.putIfAbsent(sound.of(name.toString()), name.toString());
          }
        }
      }
    }
  }

  /** A word of which the post has no other that sounds alike. */
  private void learn(Morpheme word) {
    boolean noun = word.is("名詞-一般") || word.is("名詞-サ変接続") || word.is("名詞-形容動詞語幹");
    if (noun && word.reading().length() >= LONG_WORD && KANJI.matcher(word.surface()).matches()) {
      words.merge(
          Sound.ofKana(word.reading()),
          word.surface(),
          (one, other) -> one.equals(other) ? one : "");
    }
  }

  /** AI, GitHub and Ollama are names; a task is a タスク, which everybody writes so. */
  private boolean isName(String word) {
    List<Morpheme> heard = sound.morphemes(sound.spoken().apply(word));
    boolean known = heard.size() == 1 && !heard.get(0).reading().isEmpty();
    return !known || heard.get(0).partOfSpeech().contains("固有");
  }

  /** The sentence as people read it. */
  String shown(String written) {
    String heard = sound.of(written);
    String text = written;
    List<Change> changes = new ArrayList<>(particles(written));
    changes.addAll(names(written));
    changes.addAll(words(written));
    changes.sort((one, other) -> Integer.compare(other.from(), one.from()));
    for (Change change : changes) {
      String changed = changed(text, change, change.to());
      if (sound.of(changed).equals(heard)) {
        String said = text.substring(change.from(), change.end());
        // ラーマ stays what is spoken where the program would say Llama as ラマ.
        text =
            sound.isSame(changed, text)
                ? changed
                : changed(text, change, "{" + change.to() + "|" + said + "}");
      }
    }
    return text;
  }

  private static String changed(String text, Change change, String to) {
    return text.substring(0, change.from()) + to + text.substring(change.end());
  }

  /** What a text may be spelt as from one place to another. */
  private record Change(int from, int end, String to) {}

  private List<Change> particles(String text) {
    List<Change> changes = new ArrayList<>();
    List<Morpheme> before = sound.morphemes(text);
    for (int i = 1; i < text.length() - 1; i++) {
      Character particle = PARTICLES.get(text.charAt(i));
      // A sentence ends on わ, and on no は.
      boolean ends = ENDS.indexOf(text.charAt(i + 1)) >= 0;
      if (particle != null && !ends && !isOfWord(before, i)) {
        String spelt = text.substring(0, i) + particle + text.substring(i + 1);
        if (isParticle(sound.morphemes(spelt), i)) {
          changes.add(new Change(i, i + 1, particle.toString()));
        }
      }
    }
    return changes;
  }

  /** The index of the word that holds a character. */
  private static int indexAt(List<Morpheme> morphemes, int at) {
    int index = 0;
    while (morphemes.get(index).end() <= at) {
      index++;
    }
    return index;
  }

  /** Whether a longer word holds this character: わたし, かわいい. */
  private static boolean isOfWord(List<Morpheme> morphemes, int at) {
    Morpheme it = morphemes.get(indexAt(morphemes, at));
    int length = it.end() - it.start();
    boolean last = at == it.end() - 1;
    // お茶, お話: before a noun or a verb nobody can tell it from を.
    return it.is("接頭詞")
        || ((length > 1 && !it.is("助詞"))
            && (!last || (length > 2 && !it.is("接続詞") && !it.is("感動詞"))));
  }

  private static boolean isParticle(List<Morpheme> morphemes, int at) {
    int index = indexAt(morphemes, at);
    Morpheme it = morphemes.get(index);
    boolean ends = at == it.end() - 1;
    boolean greets = it.end() - it.start() > 1 && (it.is("接続詞") || it.is("感動詞"));
    Morpheme above = morphemes.get(Math.max(0, index - 1));
    boolean fits =
        it.surface().endsWith("は") ? mayBeTopic(above) : above.is("名詞") && isMoreThanAKana(above);
    return ends && (greets || (index > 0 && it.is("助詞") && fits));
  }

  private static boolean isMoreThanAKana(Morpheme it) {
    return it.end() - it.start() > 1 || it.surface().charAt(0) > 'ヺ';
  }

  /** What a particle may follow; behind a predicate stands わ. */
  private static boolean mayBeTopic(Morpheme it) {
    boolean predicate = it.is("助動詞") || it.is("動詞") || it.is("形容詞");
    boolean mark = it.is("記号") && !it.partOfSpeech().contains("括弧閉");
    boolean sound = (it.is("感動詞") || it.is("フィラー")) && !isMoreThanAKana(it);
    return !mark && !sound && (!predicate || it.surface().equals("で"));
  }

  private List<Change> names(String text) {
    List<Change> changes = new ArrayList<>();
    Matcher numbered = NUMBERED.matcher(text);
    while (numbered.find()) {
      Optional.ofNullable(names.get(sound.of(numbered.group())))
          .ifPresent(it -> changes.add(new Change(numbered.start(), numbered.end(), it)));
    }
    Matcher run = KATAKANA.matcher(text);
    while (run.find()) {
      changes.addAll(names(run.group(), run.start()));
    }
    return changes;
  }

  /** Words that the post spells in kanji; a sentence that is wholly in kana is meant to be so. */
  private List<Change> words(String text) {
    List<Change> changes = new ArrayList<>();
    if (text.codePoints().anyMatch(Character::isIdeographic)) {
      List<Morpheme> before = sound.morphemes(text);
      int behind = 0;
      for (Morpheme word : before) {
        // 遅れないように: an ending begins no 内容.
        boolean begins = word.start() >= behind && !word.is("助動詞") && !word.is("助詞");
        Optional<Change> change =
            begins ? word(text, word.start(), before.size()) : Optional.empty();
        if (change.isPresent()) {
          changes.add(change.get());
          behind = change.get().end();
        }
      }
    }
    return changes;
  }

  /** The longest word that begins at a place and makes a sentence of fewer words. */
  private Optional<Change> word(String text, int from, int morphemes) {
    Matcher kana = KANA.matcher(text).region(from, text.length());
    for (int end = kana.lookingAt() ? kana.end() : from; end > from + 2; end--) {
      String heard = Sound.ofKana(text.substring(from, end));
      String name = words.getOrDefault(heard, names.getOrDefault(heard, ""));
      if (!name.isEmpty()) {
        List<Morpheme> after =
            sound.morphemes(text.substring(0, from) + name + text.substring(end));
        boolean whole =
            after.stream().anyMatch(it -> it.start() == from && it.surface().equals(name));
        if (whole && after.size() < morphemes) {
          return Optional.of(new Change(from, end, name));
        }
      }
    }
    return Optional.empty();
  }

  /** The longest names that a run of katakana is made of; none where a part of it is no word. */
  private List<Change> names(String run, int start) {
    List<Change> found = new ArrayList<>();
    int at = 0;
    while (at < run.length()) {
      int end = run.length();
      while (end > at + 2 && !names.containsKey(sound.of(run.substring(at, end)))) {
        end--;
      }
      if (end > at + 2) {
        String name = names.getOrDefault(sound.of(run.substring(at, end)), "");
        found.add(new Change(start + at, start + end, name));
        at = end;
      } else {
        List<Morpheme> rest = sound.morphemes(run.substring(at));
        if (rest.isEmpty() || rest.get(0).end() < 2) {
          return List.of();
        }
        at += rest.get(0).end();
      }
    }
    return found;
  }
}
