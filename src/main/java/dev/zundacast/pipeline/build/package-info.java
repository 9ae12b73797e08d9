/**
 * A post to its episode. {@link dev.zundacast.pipeline.build.Build} is the whole of it: the post's
 * script, its spoken lines, their clips, the MP3 with its tag, the side files, the record of the
 * build, and last the two values in the post.
 */
@NullMarked
package dev.zundacast.pipeline.build;

import org.jspecify.annotations.NullMarked;
