/** The HTTP API of VOICEVOX ENGINE: routes, parameters and errors as its clients know them. */
@NullMarked
package dev.zundacast.draft.api;

import org.jspecify.annotations.NullMarked;
