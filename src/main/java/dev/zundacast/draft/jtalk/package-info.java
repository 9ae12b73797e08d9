/**
 * Open JTalk and its synthesis engine, as programs: text to full-context labels, labels to accent
 * phrases and back, labels to the voice's spectrum and pitch.
 */
@NullMarked
package dev.zundacast.draft.jtalk;

import org.jspecify.annotations.NullMarked;
