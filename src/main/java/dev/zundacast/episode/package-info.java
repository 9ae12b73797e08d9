/** The values that flow from stage to stage: records without I/O. */
@NullMarked
package dev.zundacast.episode;

import org.jspecify.annotations.NullMarked;
