/**
 * Any MP3, AAC, M4A or WAV file to its length, from as few of its bytes as its format allows. Start
 * with {@link dev.zundacast.audio.length.AudioFiles}.
 */
@NullMarked
package dev.zundacast.audio.length;

import org.jspecify.annotations.NullMarked;
