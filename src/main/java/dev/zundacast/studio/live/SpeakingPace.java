package dev.zundacast.studio.live;

/** How long the engines take for a letter, as they did lately. */
public final class SpeakingPace {
  /** What engines take, before one was heard. */
  private static final double USUAL_SECONDS = 0.05;

  /** Of each new figure, so that one slow line says little. */
  private static final double SHARE = 0.25;

  private double secondsALetter = USUAL_SECONDS;
  private boolean heard;

  /** Notes that so many letters took so long, which are none where nothing had to be spoken. */
  public synchronized void spoken(int letters, long nanos) {
    if (letters > 0) {
      double now = nanos / 1e9 / letters;
      secondsALetter = heard ? secondsALetter + SHARE * (now - secondsALetter) : now;
      heard = true;
    }
  }

  /** Seconds that a letter takes. */
  public synchronized double secondsALetter() {
    return secondsALetter;
  }
}
