/**
 * Work beside the thread that needs it: every thread of the program is started here, has a name,
 * and is joined by whoever started it.
 */
@NullMarked
package dev.zundacast.tasks;

import org.jspecify.annotations.NullMarked;
