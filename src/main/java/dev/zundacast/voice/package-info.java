/** Spoken lines to clips: VOICEVOX-compatible HTTP engines, the pool, the clip store. */
@NullMarked
package dev.zundacast.voice;

import org.jspecify.annotations.NullMarked;
