/** Latin words and names to katakana. */
@NullMarked
package dev.zundacast.reading.latin;

import org.jspecify.annotations.NullMarked;
