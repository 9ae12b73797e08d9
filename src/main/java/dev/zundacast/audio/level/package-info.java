/** Loudness and true peak after ITU-R BS.1770-4, from energies that can be kept and joined. */
@NullMarked
package dev.zundacast.audio.level;

import org.jspecify.annotations.NullMarked;
