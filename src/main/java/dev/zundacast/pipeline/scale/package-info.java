/**
 * A back catalogue over many machines: {@link dev.zundacast.pipeline.scale.Shard} gives each its
 * posts, {@link dev.zundacast.pipeline.scale.Collect} puts the values of what they made into the
 * posts.
 */
@NullMarked
package dev.zundacast.pipeline.scale;

import org.jspecify.annotations.NullMarked;
