/** What an article is about, in a few words, and what is said for its title. */
@NullMarked
package dev.zundacast.script.topic;

import org.jspecify.annotations.NullMarked;
