/** A written line to the text that an engine is sent. */
@NullMarked
package dev.zundacast.reading;

import org.jspecify.annotations.NullMarked;
