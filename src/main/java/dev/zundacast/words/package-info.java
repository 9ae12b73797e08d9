/** Japanese text to morphemes, and what a text states, for the stages that need them. */
@NullMarked
package dev.zundacast.words;

import org.jspecify.annotations.NullMarked;
