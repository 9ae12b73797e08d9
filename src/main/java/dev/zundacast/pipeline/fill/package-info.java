/** Posts whose audio is there to posts that say its size and length; {@code Fill} is the door. */
@NullMarked
package dev.zundacast.pipeline.fill;

import org.jspecify.annotations.NullMarked;
