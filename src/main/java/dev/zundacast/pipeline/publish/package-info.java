/**
 * The steps after the MP3: {@link dev.zundacast.pipeline.publish.Publish} takes a post through
 * those that its show names, {@link dev.zundacast.pipeline.publish.Archive} moves old audio away.
 */
@NullMarked
package dev.zundacast.pipeline.publish;

import org.jspecify.annotations.NullMarked;
