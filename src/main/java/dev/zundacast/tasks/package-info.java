/**
 * Work beside the thread that needs it, where every thread is started and joined, and other
 * people's programs that are run to their end.
 */
@NullMarked
package dev.zundacast.tasks;

import org.jspecify.annotations.NullMarked;
