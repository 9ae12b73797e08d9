package dev.zundacast.pipeline.fill;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import dev.zundacast.post.StatedAudio;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of one post.
 *
 * @param post the file
 * @param state in one word
 * @param audio the file or address that its values come from, "" when none was looked at
 * @param bytes size of the audio as measured, else as the post states it, 0 when unknown
 * @param duration length of the audio as a post states it, "" when unknown
 * @param reason why it could not be filled, or what is odd about its audio, else ""
 * @param diff the change as a unified diff, "" when there is none
 * @param findings places in the post, when that is what is wrong
 */
public record FillOutcome(
    Path post,
    State state,
    String audio,
    long bytes,
    String duration,
    Message reason,
    String diff,
    List<Diagnostic> findings) {

  /** How a post stands after the run. */
  public enum State {
    /** Its values were put in, or would be in a dry run. */
    FILLED,
    /** Both values were there already. */
    RIGHT,
    /** It states another size than its file in the site has. */
    WRONG,
    /** The local file that it names is not there or is no audio. */
    MISSING,
    /** Its address gives no audio. */
    UNREACHABLE,
    /** The post itself cannot be used. */
    REFUSED
  }

  /** How many of these posts stand so. */
  public static long count(List<FillOutcome> outcomes, State state) {
    return outcomes.stream().filter(outcome -> outcome.state == state).count();
  }

  /** A post whose values were believed. */
  static FillOutcome right(Path post, StatedAudio stated) {
    String duration = StatedAudio.format(stated.duration().number() * 1000);
    return new FillOutcome(
        post, State.RIGHT, "", stated.size().number(), duration, Message.NONE, "", List.of());
  }

  /** A post whose audio was not to be had. */
  static FillOutcome without(State state, String audio, Diagnostic why) {
    return new FillOutcome(why.file(), state, audio, 0, "", why.message(), "", List.of(why));
  }

  static FillOutcome refused(Path post, Message reason, List<Diagnostic> findings) {
    return new FillOutcome(post, State.REFUSED, "", 0, "", reason, "", findings);
  }
}
