/** Missing lines to clips: handing them out, back-off, reconnecting, checking what came. */
@NullMarked
package dev.zundacast.voice.run;

import org.jspecify.annotations.NullMarked;
