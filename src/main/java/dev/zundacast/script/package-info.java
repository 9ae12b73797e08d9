/** A post to what the narrator says, and the script file that people edit. */
@NullMarked
package dev.zundacast.script;

import org.jspecify.annotations.NullMarked;
