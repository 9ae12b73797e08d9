/** Posts and their sites to what should not be published as it is; {@code Check} is the door. */
@NullMarked
package dev.zundacast.pipeline.check;

import org.jspecify.annotations.NullMarked;
