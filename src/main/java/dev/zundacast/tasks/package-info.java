/** Work beside the thread that needs it: every thread of the program is started and joined here. */
@NullMarked
package dev.zundacast.tasks;

import org.jspecify.annotations.NullMarked;
