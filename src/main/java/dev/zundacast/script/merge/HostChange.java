package dev.zundacast.script.merge;

/** Whether somebody else speaks the lines that name nobody. */
public enum HostChange {
  SAME,
  CHANGED
}
