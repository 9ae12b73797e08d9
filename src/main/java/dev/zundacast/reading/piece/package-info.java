/** What readings are made of: pieces of a line, each with its source. */
@NullMarked
package dev.zundacast.reading.piece;

import org.jspecify.annotations.NullMarked;
