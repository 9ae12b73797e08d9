/** MPEG audio frames: encoding a segment alone, silence, the Info frame, checksums, gain steps. */
@NullMarked
package dev.zundacast.audio.mp3;

import org.jspecify.annotations.NullMarked;
