package dev.zundacast.episode;

import java.util.List;

/**
 * How a character speaks: one YAML file in {@code voices/}.
 *
 * @param name the name used by {@code actor_ids} and script lines
 * @param character the name that engines list under {@code /speakers}
 * @param speech the way of speaking: as-written, nanoda, dayo, desuwa or a table's name
 * @param template file name of the script template beside the voice file
 * @param credit what the voice's terms ask to be shown ({@code VOICEVOX:ずんだもん})
 * @param morasPerSecond net speaking rate, for estimates
 * @param show the programme that this character hosts, "" when a post's own title names it
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
   * Silence in ms that listeners hear before the first line, after a line, a title, a paragraph and
   * a section, and at the end, the engine's own silence at a clip's ends counted in.
   */
  public record Pauses(int leadIn, int sentence, int title, int paragraph, int section, int tail) {}

  /**
   * The style of the draft engine's only character that stands in for this one, and by how many
   * octaves higher, so that characters can be told apart.
   */
  public record Draft(String style, double pitch) {}

  /**
   * Who a character is, what it calls itself and how its sentences end, for those who write in its
   * words; "" and none where nobody said.
   */
  public record Profile(String about, String firstPerson, List<String> endings) {
    /** Nobody said who it is. */
    public static final Profile NONE = new Profile("", "", List.of());

    public Profile {
      endings = List.copyOf(endings);
    }
  }
}
