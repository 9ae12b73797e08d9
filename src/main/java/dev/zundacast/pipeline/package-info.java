/**
 * The order of the steps. {@link dev.zundacast.pipeline.Build} is the whole of it: a post's script,
 * its spoken lines, their clips, the MP3 with its tag, the side files, and last the two values in
 * the post. {@link dev.zundacast.pipeline.Regenerate} changes lines first; {@code Fill} and {@code
 * Check} look after posts whose audio is there.
 */
@NullMarked
package dev.zundacast.pipeline;

import org.jspecify.annotations.NullMarked;
