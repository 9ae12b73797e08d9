/** Clips to one MP3: pauses, music, loudness, frames; and the length of any audio file. */
@NullMarked
package dev.zundacast.audio;

import org.jspecify.annotations.NullMarked;
