package dev.zundacast.reading.kanji;

import com.atilika.kuromoji.unidic.kanaaccent.Token;
import com.atilika.kuromoji.unidic.kanaaccent.Tokenizer;
import java.util.List;
import java.util.stream.Collectors;

/** How UniDic reads a text of one word or more. Safe for many threads. */
final class UniDicReader {
  private final Tokenizer tokenizer = new Tokenizer();

  /** In katakana. */
  String kana(String text) {
    return tokenizer.tokenize(text).stream()
        .map(token -> field(token, UniDicWord.KANA))
        .collect(Collectors.joining());
  }

  /** In katakana with long vowels as they are said (ー). */
  String said(String text) {
    return tokenizer.tokenize(text).stream()
        .map(token -> field(token, UniDicWord.SAID))
        .collect(Collectors.joining());
  }

  /** The mora of a noun's accent: its own, or that of the compound that its words make. */
  int accent(String noun, String said) {
    List<Token> tokens = tokenizer.tokenize(noun);
    Token last = tokens.get(tokens.size() - 1);
    String tail = field(last, UniDicWord.SAID);
    int own = ownAccent(last);
    if (tokens.size() == 1) {
      return Math.max(0, own);
    }
    boolean cut = said.length() > tail.length() && said.endsWith(tail);
    String head = cut ? said.substring(0, said.length() - tail.length()) : said;
    return CompoundAccent.of(head, last.getSurface(), cut ? tail : "", own);
  }

  private static int ownAccent(Token token) {
    String accent = field(token, UniDicWord.ACCENT).split(",", -1)[0];
    return accent.matches("\\d+") ? Integer.parseInt(accent) : -1;
  }

  private static String field(Token token, int index) {
    String[] features = token.getAllFeaturesArray();
    return features.length > index ? features[index] : "";
  }
}
