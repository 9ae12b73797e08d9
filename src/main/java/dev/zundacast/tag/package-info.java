/** An episode's timeline to ID3 tags, chapters and transcripts. */
@NullMarked
package dev.zundacast.tag;

import org.jspecify.annotations.NullMarked;
