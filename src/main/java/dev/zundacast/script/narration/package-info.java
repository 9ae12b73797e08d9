/** A text that someone else wrote to the draft of a script. */
@NullMarked
package dev.zundacast.script.narration;

import org.jspecify.annotations.NullMarked;
