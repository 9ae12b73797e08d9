/** Sound in memory: WAV files and sample rates. */
@NullMarked
package dev.zundacast.draft.sound;

import org.jspecify.annotations.NullMarked;
