/**
 * Posts and their sites to what should not be published as it is. {@link
 * dev.zundacast.pipeline.check.Check} is the door; each {@link
 * dev.zundacast.pipeline.check.PostRule} looks at one thing.
 */
@NullMarked
package dev.zundacast.pipeline.check;

import org.jspecify.annotations.NullMarked;
