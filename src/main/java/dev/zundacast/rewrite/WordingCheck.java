package dev.zundacast.rewrite;

import dev.zundacast.episode.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds in a sentence what cannot be said in a character's voice. */
final class WordingCheck {
  private static final int LONGEST = 80;
  private static final Pattern END = Pattern.compile("[。！？!?♪…]+$");
  private static final Pattern QUOTED = Pattern.compile("[「『][^「」『』]*[」』]");
  private static final Pattern POLITE =
      Pattern.compile("(?:です|ます|でした|ました|ません|でしょう|ましょう|ください)(?=$|[、。！？!?かがけねよしのわ])");

  /** Marks of a script file, of Markdown, of HTML and of readings; addresses. */
  private static final Pattern MARKUP =
      Pattern.compile("[{}|<>\\[\\]*#`\\\\_~=@]|https?:|www\\.|[（(][^）)]*[）)]");

  private static final Pattern META =
      Pattern.compile("(?:本|この)(?:記事|稿|要約)(?:では|は|の)|以下の|次の通り|上記|前述|(?:AI|言語モデル)として|お答えできません");

  /** は is written は, whatever it sounds like. */
  private static final Pattern SOUND = Pattern.compile("[^すまのだよ]わ、|こんにちわ|こんばんわ");

  private final Voice.Profile profile;

  WordingCheck(Voice.Profile profile) {
    this.profile = profile;
  }

  /** What is wrong with one sentence that the character says. */
  List<String> sentence(String sentence) {
    List<String> findings = common(sentence, LONGEST);
    String own = QUOTED.matcher(sentence).replaceAll("");
    String body = END.matcher(own).replaceFirst("");
    if (body.equals(own)) {
      findings.add("does not end with 。, ！ or ？: " + sentence);
    }
    if (body.matches(".*[。！？].*")) {
      findings.add("holds more than one sentence: " + sentence);
    }
    if (!isPolite() && POLITE.matcher(body).find()) {
      findings.add("is polite: " + sentence);
    }
    if (!profile.endings().isEmpty() && profile.endings().stream().noneMatch(body::endsWith)) {
      findings.add("ends with none of " + String.join(", ", profile.endings()) + ": " + sentence);
    }
    return findings;
  }

  /** Whether the character itself is polite (ですわ). */
  private boolean isPolite() {
    return profile.endings().stream().anyMatch(it -> it.contains("です") || it.contains("ます"));
  }

  /** What is wrong with a phrase that stands in for a title. */
  List<String> phrase(String phrase, int longest) {
    List<String> findings = common(phrase, longest);
    if (END.matcher(phrase).find() || phrase.contains("。") || POLITE.matcher(phrase).find()) {
      findings.add("is a sentence, expected a phrase that ends with a noun: " + phrase);
    }
    return findings;
  }

  private static List<String> common(String text, int longest) {
    List<String> findings = new ArrayList<>();
    if (text.isBlank()) {
      findings.add("is empty");
    }
    if (text.codePointCount(0, text.length()) > longest) {
      findings.add("has more than " + longest + " characters: " + text);
    }
    if (MARKUP.matcher(text).find() || !text.codePoints().allMatch(WordingCheck::isSaid)) {
      findings.add("holds marks that nobody hears: " + text);
    }
    if (META.matcher(text).find()) {
      findings.add("speaks about the text itself: " + text);
    }
    if (SOUND.matcher(text).find()) {
      findings.add("is written as it sounds: " + text);
    }
    return findings;
  }

  /** Whether somebody hears the character, or its pause; nobody hears an emoji or a line's end. */
  private static boolean isSaid(int c) {
    int type = Character.getType(c);
    boolean symbol = type == Character.OTHER_SYMBOL && c != '♪';
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    return SourceText.isSeen(c) && c != '\n' && c != '\t' && !symbol && !mark;
  }
}
