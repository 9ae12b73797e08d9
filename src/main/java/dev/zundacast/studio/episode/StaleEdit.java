package dev.zundacast.studio.episode;

import dev.zundacast.studio.view.LineView;

/** A change that began with another text than the script has by now. */
public final class StaleEdit extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient LineView theirs;

  StaleEdit(LineView theirs) {
    super("the line was changed meanwhile; both texts are kept here until you choose");
    this.theirs = theirs;
  }

  /** The line as it is now. */
  public LineView theirs() {
    return theirs;
  }
}
