/** What goes on while a studio is open: its engines, its queue of lines, its jobs, its news. */
@NullMarked
package dev.zundacast.studio.live;

import org.jspecify.annotations.NullMarked;
