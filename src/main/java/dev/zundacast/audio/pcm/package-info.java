/** Samples: WAV files, sample rates, where speech starts and ends, the limiter. */
@NullMarked
package dev.zundacast.audio.pcm;

import org.jspecify.annotations.NullMarked;
