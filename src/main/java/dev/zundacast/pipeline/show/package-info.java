/**
 * A show's folder: {@link dev.zundacast.pipeline.show.ShowFolder} finds it from a post, {@link
 * dev.zundacast.pipeline.show.SetUp} prepares it.
 */
@NullMarked
package dev.zundacast.pipeline.show;

import org.jspecify.annotations.NullMarked;
