/** Japanese text to morphemes, for the stages that need parts of speech. */
@NullMarked
package dev.zundacast.words;

import org.jspecify.annotations.NullMarked;
