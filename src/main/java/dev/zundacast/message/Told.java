package dev.zundacast.message;

/** A failure that tells people about itself in their language. */
public interface Told {
  /** What it says. */
  Message said();
}
