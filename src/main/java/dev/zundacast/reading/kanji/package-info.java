/** Kanji that engines misread, found in a text and read right. */
@NullMarked
package dev.zundacast.reading.kanji;

import org.jspecify.annotations.NullMarked;
