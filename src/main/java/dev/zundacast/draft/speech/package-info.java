/**
 * Text to accent phrases and accent phrases to sound: what clients send and get (accent phrases,
 * moras, audio queries, kana), Open JTalk and hts_engine as programs, and the vocoder.
 */
@NullMarked
package dev.zundacast.draft.speech;

import org.jspecify.annotations.NullMarked;
