/**
 * A show as the studio shows it: its posts, its words, its voices, and work on several episodes.
 */
@NullMarked
package dev.zundacast.studio.show;

import org.jspecify.annotations.NullMarked;
