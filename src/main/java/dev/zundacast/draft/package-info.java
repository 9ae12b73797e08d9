/** The built-in draft engine: the VOICEVOX HTTP API in front of Open JTalk. */
@NullMarked
package dev.zundacast.draft;

import org.jspecify.annotations.NullMarked;
