/** The order of the steps: build, regenerate, fill, check. */
@NullMarked
package dev.zundacast.pipeline;

import org.jspecify.annotations.NullMarked;
