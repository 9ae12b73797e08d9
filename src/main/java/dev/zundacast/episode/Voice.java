package dev.zundacast.episode;

import java.util.List;

/**
 * How a character speaks: one YAML file in {@code voices/}.
 *
 * @param name the name used by {@code actor_ids} and script lines
 * @param aliases other names for it ({@code つむぎ})
 * @param character the name that engines list under {@code /speakers}
 * @param style the style's name there ({@code ノーマル})
 * @param speech the way of speaking: as-written, nanoda, dayo, desuwa or a table's name
 * @param template file name of the script template beside the voice file
 * @param credit what the voice's terms ask to be shown ({@code VOICEVOX:ずんだもん})
 * @param parameters what goes into every query
 * @param pauses silence between lines
 * @param morasPerSecond net speaking rate, for estimates
 * @param draft how the draft engine's voice stands in
 * @param show the programme that this character hosts, "" when a post's own title names it
 * @param profile who the character is
 */
public record Voice(
    String name,
    List<String> aliases,
    String character,
    String style,
    String speech,
    String template,
    String credit,
    Parameters parameters,
    Pauses pauses,
    double morasPerSecond,
    Draft draft,
    String show,
    Profile profile) {

  public Voice {
    aliases = List.copyOf(aliases);
  }

  /** The same character in one of its styles with these scales. */
  public Voice with(String otherStyle, Parameters others) {
    return new Voice(
        name,
        aliases,
        character,
        otherStyle,
        speech,
        template,
        credit,
        others,
        pauses,
        morasPerSecond,
        draft,
        show,
        profile);
  }

  /**
   * The scales of an AudioQuery; 1, 0, 1, 1, 1 are the engine's own.
   *
   * @param speed divides every length
   * @param pitch octaves up
   * @param intonation stretches the distance from the mean pitch
   * @param volume multiplies samples
   * @param pauseScale multiplies the engine's pauses at commas
   */
  public record Parameters(
      double speed, double pitch, double intonation, double volume, double pauseScale) {}

  /**
   * Silence in ms that listeners hear, the engine's own silence at a clip's ends counted in.
   *
   * @param leadIn before the first line
   * @param sentence after a line
   * @param title after a title line
   * @param paragraph after a paragraph
   * @param section after a section
   * @param tail after the last line
   */
  public record Pauses(int leadIn, int sentence, int title, int paragraph, int section, int tail) {}

  /**
   * How the draft engine's only character stands in for this one.
   *
   * @param style the draft voice's style
   * @param pitch octaves up, so that characters can be told apart
   */
  public record Draft(String style, double pitch) {}

  /**
   * Who a character is, for those who write in its words.
   *
   * @param about in a sentence or two, "" when nobody said
   * @param firstPerson what it calls itself, "" when nobody said
   * @param endings with which its sentences end, none when any will do
   */
  public record Profile(String about, String firstPerson, List<String> endings) {
    /** Nobody said who it is. */
    public static final Profile NONE = new Profile("", "", List.of());

    public Profile {
      endings = List.copyOf(endings);
    }
  }
}
