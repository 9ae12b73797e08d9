package dev.zundacast.voice;

import dev.zundacast.disk.UserFolder;
import dev.zundacast.tasks.Retry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How the engines are treated.
 *
 * @param timeouts how long an answer may take
 * @param patience how long all engines may be out of order before the work stops
 * @param firstWait how long an engine that failed is left in peace; doubles with each failure in a
 *     row
 * @param mixed what to do with engines of different versions or dictionaries
 * @param dictionary whether words with accents are written to the engines' user dictionaries
 * @param running the folder in which this user's runs tell one another which engines they use
 */
public record PoolOptions(
    Timeouts timeouts,
    Duration patience,
    Duration firstWait,
    Mixed mixed,
    Dictionary dictionary,
    Path running) {

  /** Engines that would speak the same line differently. */
  public enum Mixed {
    REFUSE,
    ALLOW
  }

  /** The engines' user dictionaries. */
  public enum Dictionary {
    WRITE,
    LEAVE_ALONE
  }

  /**
   * How long each kind of answer may take, whole.
   *
   * @param connect until the connection stands
   * @param version for {@code /version}, lists and dictionaries, which cost an engine nothing
   * @param query for {@code /audio_query}
   * @param synthesis for {@code /synthesis}; a slow machine needs minutes for a long line
   * @param initialize for the first use of a style, which loads its model
   */
  public record Timeouts(
      Duration connect, Duration version, Duration query, Duration synthesis, Duration initialize) {

    /** Seconds for small answers, minutes for sound. */
    public static final Timeouts USUAL =
        new Timeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5));
  }

  /** What fits a local engine. */
  public static final PoolOptions USUAL =
      new PoolOptions(
          Timeouts.USUAL,
          Duration.ofMinutes(2),
          Duration.ofMillis(500),
          Mixed.REFUSE,
          Dictionary.WRITE,
          running(System.getenv()));

  private static final Duration IMPATIENT = Duration.ofSeconds(5);

  /** Attempts at what has to be known before work begins. */
  private static final int ATTEMPTS = 3;

  /** However often it failed: an engine that comes back is found within this time. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  /** The same where a person waits: engines that are away are given up soon. */
  public PoolOptions impatient() {
    Duration soon = patience.compareTo(IMPATIENT) < 0 ? patience : IMPATIENT;
    return new PoolOptions(timeouts, soon, firstWait, mixed, dictionary, running);
  }

  /** Where the runs of an environment's user tell one another which engines they use. */
  public static Path running(Map<String, String> env) {
    return UserFolder.of(env).resolve("running");
  }

  /** How often, and after which waits, an engine that failed is asked again. */
  public Retry retry() {
    return new Retry(ATTEMPTS, firstWait, LONGEST_WAIT);
  }
}
