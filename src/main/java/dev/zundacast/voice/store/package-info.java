/** Finished clips on disk under their identities, each with its record. */
@NullMarked
package dev.zundacast.voice.store;

import org.jspecify.annotations.NullMarked;
