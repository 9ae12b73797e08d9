package dev.zundacast.script;

import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How long a script takes to hear: its moras at the voices' rates, and its pauses.
 *
 * @param voices whose rates and pauses count
 */
public record Estimate(Voices voices) {
  /** Silence at a comma inside a sentence, measured over 135 episodes. */
  private static final double COMMA_SECONDS = 0.36;

  private static final String COMMAS = "、，・…";

  /** Small kana belong to the mora before them; ッ, ン and ー are moras of their own. */
  private static final String SMALL = "ァィゥェォャュョヮぁぃぅぇぉゃゅょゎ";

  /** A letter of an English word, spoken in katakana (インファレンス: 9 letters, 7 moras). */
  private static final double A_LETTER = 0.75;

  /** A capital spoken by its name (エーアイ: 2 letters, 4 moras). */
  private static final double A_CAPITAL = 2.2;

  /** A figure with its place (256: にひゃくごじゅうろく, 8 moras). */
  private static final double A_DIGIT = 2.6;

  /** A kanji, the mean over the dictionary's readings of 82 real episodes. */
  private static final double A_KANJI = 1.74;

  private static final Pattern PART = Pattern.compile("[A-Za-z]+|.", Pattern.DOTALL);

  /** How long the voices speak, without the pauses between lines. */
  public Duration speech(Script script) {
    double seconds =
        script.lines().mapToDouble(line -> speech(line, voice(script.speakerOf(line)))).sum();
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** How long the script takes to hear. */
  public Duration of(Script script) {
    Voice.Pauses pauses = voice(script.speaker()).pauses();
    double seconds = (pauses.leadIn() + pauses.tail()) / 1000.0;
    for (Section section : script.sections()) {
      for (Section.Item item : section.items()) {
        seconds += seconds(item, script);
      }
      seconds += (pauses.section() - pauses.sentence()) / 1000.0;
    }
    return Duration.ofMillis(Math.round(Math.max(0, seconds) * 1000));
  }

  private double seconds(Section.Item item, Script script) {
    if (item instanceof Section.Pause pause) {
      return pause.millis() / 1000.0;
    }
    if (item instanceof Line line) {
      Voice voice = voice(script.speakerOf(line));
      int pause = line.isTitle() ? voice.pauses().title() : voice.pauses().sentence();
      return speech(line, voice) + (pause + line.extraPauseMillis()) / 1000.0;
    }
    Voice.Pauses pauses = voice(script.speaker()).pauses();
    return (pauses.paragraph() - pauses.sentence()) / 1000.0;
  }

  private static double speech(Line line, Voice voice) {
    String said = line.spoken();
    String given = KanaNotation.is(said) ? KanaNotation.reading(said) : said;
    String text = said.isEmpty() ? Piece.said(line.written()) : given;
    double speed =
        line.overrides().applyTo(voice.parameters()).speed() / voice.parameters().speed();
    return speech(text, voice) / speed;
  }

  /** Seconds that a text takes at the voice's own rate, with the silences at its commas. */
  private static double speech(String text, Voice voice) {
    long commas = text.chars().filter(it -> COMMAS.indexOf(it) >= 0).count();
    // From the characters alone: readings from a dictionary would change a whole episode by 2 % at
    // most, and take as long as all the rest of a script.
    double moras = PART.matcher(text).results().mapToDouble(it -> moras(it.group())).sum();
    return moras / voice.morasPerSecond() + commas * COMMA_SECONDS;
  }

  private Voice voice(String speaker) {
    return voices.find(speaker).orElse(voices.all().get(0));
  }

  private static double moras(String part) {
    int first = part.codePointAt(0);
    if (first < 128 && Character.isLetter(first)) {
      boolean capitals = part.chars().noneMatch(Character::isLowerCase);
      return part.length() * (capitals ? A_CAPITAL : A_LETTER);
    }
    if (Character.isDigit(first)) {
      return A_DIGIT;
    }
    return switch (Character.UnicodeScript.of(first)) {
      case HAN -> A_KANJI;
      case HIRAGANA, KATAKANA -> SMALL.indexOf(first) >= 0 ? 0 : 1;
      default -> first == 'ー' ? 1 : 0;
    };
  }
}
