package dev.zundacast.words;

import dev.zundacast.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line to what in it nobody says on air, or its character does not say. Whoever wrote it: the
 * rules, a model or a person.
 *
 * @param manner how the character speaks
 * @param unsaid finds in a text what a show does not say on air, "" for nothing
 */
public record WordingCheck(Manner manner, UnaryOperator<String> unsaid) {
  /** Nobody says more characters in one breath. */
  public static final int LONG_LINE = 120;

  private static final Pattern UNSAYABLE =
      Pattern.compile("https?://|www\\.|`|\\*\\*|\\]\\(|^#{1,6} |\\w\\(\\)|[a-z]=\\w|\\w_\\w");

  private static final Pattern OWN_TALK =
      Pattern.compile(
          "承知(?:いた)?しました|かしこまりました|以下[がはに].{0,12}(?:台本|原稿|ナレーション)|いかがでしょうか？?$"
              + "|以上が.{0,12}(?:台本|原稿|ナレーション)|(?:修正|変更|調整)(?:が必要|点が|など)[^。]{0,20}(?:ください|お申し付け)"
              + "|(?:^|、)(?:AI|言語モデル)として[、は]|お答えできません|特にない(?:みたい|よう)|\\[(?:番組|名前|日付)");

  /** The polite ます; verbs as 冷ます and だます end so themselves. */
  private static final String MASU = "(?<![冷覚醒済澄励悩眩晦さだらすや])ま(?:す|した)";

  private static final Pattern NO_ENDING =
      Pattern.compile(
          MASU + "のだ|でしたのだ|(?<!また)[ねよ]なのだ|ですのだ|のだなのだ|なのだです(?!わ)|(?<![たまむえはら])だなのだ|ですわのだ|なのだわ|のだのだ");

  private static final Pattern POLITE =
      Pattern.compile(
          "(?:です|でした|ません|でしょう|ましょう|ください|"
              + MASU
              + ")(?:[かねよわの]*[。！？!?♪…]*$|(?:が|けど|けれど|けれども|ので|し)、)");

  private static final Pattern QUOTED = Pattern.compile("[「『][^「」『』]*[」』]");

  /** How a character speaks. */
  public enum Manner {
    /** Polite endings are somebody else's. */
    CASUAL,
    /** Any ending is right. */
    OPEN;

    /** The manner of a character whose sentences end so. */
    public static Manner of(List<String> endings) {
      boolean polite = endings.stream().anyMatch(it -> it.contains("です") || it.contains("ます"));
      return endings.isEmpty() || polite ? OPEN : CASUAL;
    }
  }

  /** What is wrong with a line, an item each. */
  public List<Message> findings(String line) {
    List<Message> findings = new ArrayList<>();
    find(UNSAYABLE, line).ifPresent(it -> findings.add(Message.of("words.unsayable", it)));
    find(OWN_TALK, line).ifPresent(it -> findings.add(Message.of("words.modelTalk", it)));
    find(NO_ENDING, line)
        .or(() -> polite(line))
        .ifPresent(it -> findings.add(Message.of("words.noEnding", it)));
    if (line.length() > LONG_LINE) {
      findings.add(Message.of("words.tooLong", line.length(), LONG_LINE));
    }
    String word = unsaid.apply(line);
    if (!word.isEmpty()) {
      findings.add(Message.of("words.notOnAir", word));
    }
    return findings;
  }

  /** A polite ending of a character that has none; what somebody else says in quotes may have. */
  private Optional<String> polite(String line) {
    return manner == Manner.CASUAL
        ? find(POLITE, QUOTED.matcher(line).replaceAll("「」"))
        : Optional.empty();
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
