/** The studio: a page on this machine on which an episode is heard, mended and published. */
@NullMarked
package dev.zundacast.studio;

import org.jspecify.annotations.NullMarked;
