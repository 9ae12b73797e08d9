/** Any MP3, M4A or WAV file to its length, from as few bytes as its format allows. */
@NullMarked
package dev.zundacast.audio.length;

import org.jspecify.annotations.NullMarked;
