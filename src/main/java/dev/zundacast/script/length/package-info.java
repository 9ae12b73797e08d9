/** How long a script takes to hear, and how long it may. */
@NullMarked
package dev.zundacast.script.length;

import org.jspecify.annotations.NullMarked;
