package dev.zundacast.script.merge;

/** Why a script is made again. */
public enum Reason {
  /** Its post may have changed. */
  POST,
  /** A version that said things otherwise made it. */
  WORDING
}
