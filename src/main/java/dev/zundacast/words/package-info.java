/** Japanese text to morphemes, and rules looked for in it, for the stages that need them. */
@NullMarked
package dev.zundacast.words;

import org.jspecify.annotations.NullMarked;
