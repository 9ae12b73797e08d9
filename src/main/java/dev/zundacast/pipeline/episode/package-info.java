/** A post to its episode; {@code Build} names the steps in their order. */
@NullMarked
package dev.zundacast.pipeline.episode;

import org.jspecify.annotations.NullMarked;
