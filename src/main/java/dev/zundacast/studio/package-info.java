/**
 * The studio: a page on this machine on which an episode is heard, mended and published. What the
 * page shows of the show, what goes on while it is open, and work on several episodes.
 */
@NullMarked
package dev.zundacast.studio;

import org.jspecify.annotations.NullMarked;
