/**
 * The order of the steps, a room for each: {@code build} makes an episode of a post, {@code fill}
 * and {@code check} look after posts whose audio is there. Here stands what the rooms share: the
 * folders of a run, its settings, the stages, a post with its bytes, and where its MP3 goes.
 */
@NullMarked
package dev.zundacast.pipeline;

import org.jspecify.annotations.NullMarked;
