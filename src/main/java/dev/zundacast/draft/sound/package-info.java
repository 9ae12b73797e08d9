/** Audio queries to sound: timing, pitch, vocoder, sample rates, WAV files. */
@NullMarked
package dev.zundacast.draft.sound;

import org.jspecify.annotations.NullMarked;
