/**
 * The feed of a show: {@link dev.zundacast.pipeline.feed.FeedInclude} writes what Jekyll puts into
 * it, {@link dev.zundacast.pipeline.feed.FeedCheck} holds a built one against what podcast apps
 * ask.
 */
@NullMarked
package dev.zundacast.pipeline.feed;

import org.jspecify.annotations.NullMarked;
