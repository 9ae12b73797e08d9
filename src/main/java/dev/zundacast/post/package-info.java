/** A file to a {@link dev.zundacast.episode.Post}, and two front matter values back into it. */
@NullMarked
package dev.zundacast.post;

import org.jspecify.annotations.NullMarked;
