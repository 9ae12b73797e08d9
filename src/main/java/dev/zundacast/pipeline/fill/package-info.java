/**
 * Posts whose audio is there to posts that say its size and length. {@link
 * dev.zundacast.pipeline.fill.Fill} is the door.
 */
@NullMarked
package dev.zundacast.pipeline.fill;

import org.jspecify.annotations.NullMarked;
