package dev.zundacast.script.outline;

import dev.zundacast.words.Search;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A term that a sentence explains, so that somebody may ask for it before. */
public final class ExplainedTerm {
  private static final String NAME =
      "「[^「」]{2,24}」|[A-Za-z][A-Za-z0-9 .+#-]{1,24}|[\\p{IsKatakana}ー・]{3,20}";

  private static final Pattern DEFINED =
      Pattern.compile("^(?:この|その)?([^、。「」は]{2,24}|" + NAME + ")とは、(.{8,})$");
  private static final Pattern GLOSSED = Pattern.compile("(" + NAME + ")、つまり");

  /** とは that compares, or that says what something is not. */
  private static final Search COMPARES =
      Search.of("異な|違|ちが|別の|別に|関係|比べ|ありません|いません|限りません|言え|裏腹|一線|逆");

  private static final Search POINTS = Search.of("(?:これ|それ|あれ|ここ|こと|もの|人|私|彼|彼女|結果|以前|従来)$");

  private ExplainedTerm() {}

  /** The term that a sentence explains; empty when it explains none. */
  public static Optional<String> explainedBy(String sentence) {
    Matcher defined = DEFINED.matcher(sentence);
    if (defined.matches()) {
      boolean compares = COMPARES.in(defined.group(2));
      return Optional.of(defined.group(1).strip()).filter(term -> !compares && !POINTS.in(term));
    }
    Matcher glossed = GLOSSED.matcher(sentence);
    return glossed.find() ? Optional.of(glossed.group(1).strip()) : Optional.empty();
  }
}
