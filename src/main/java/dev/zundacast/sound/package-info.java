/** What every stage that handles sound shares: WAV files, sample rates, headers of MPEG frames. */
@NullMarked
package dev.zundacast.sound;

import org.jspecify.annotations.NullMarked;
