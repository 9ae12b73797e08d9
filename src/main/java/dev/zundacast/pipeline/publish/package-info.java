/**
 * What comes after the MP3: {@link dev.zundacast.pipeline.publish.Publish} runs the commands that a
 * show names, {@link dev.zundacast.pipeline.publish.Archive} moves old audio away.
 */
@NullMarked
package dev.zundacast.pipeline.publish;

import org.jspecify.annotations.NullMarked;
