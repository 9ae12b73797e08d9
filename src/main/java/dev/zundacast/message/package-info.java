/** What the program says to people, in English and in Japanese. */
@NullMarked
package dev.zundacast.message;

import org.jspecify.annotations.NullMarked;
