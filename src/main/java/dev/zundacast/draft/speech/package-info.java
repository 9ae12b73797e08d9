/** Text to accent phrases and these to sound, by Open JTalk, hts_engine and our own vocoder. */
@NullMarked
package dev.zundacast.draft.speech;

import org.jspecify.annotations.NullMarked;
