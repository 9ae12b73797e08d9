/**
 * A post on disk to a {@link dev.zundacast.episode.Post}, and two front matter values back into its
 * bytes.
 */
@NullMarked
package dev.zundacast.post;

import org.jspecify.annotations.NullMarked;
