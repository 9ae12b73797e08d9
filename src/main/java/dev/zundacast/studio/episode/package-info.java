/** One episode as the studio shows and changes it. */
@NullMarked
package dev.zundacast.studio.episode;

import org.jspecify.annotations.NullMarked;
