/** What the rooms share: the folders of a run, its settings, the stages, which posts are meant. */
@NullMarked
package dev.zundacast.pipeline;

import org.jspecify.annotations.NullMarked;
