/** An article's blocks to what may be said about it, and the choice of what is said. */
@NullMarked
package dev.zundacast.script.outline;

import org.jspecify.annotations.NullMarked;
