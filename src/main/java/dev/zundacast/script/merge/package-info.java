/** The draft of a script into the script file that a person may have edited. */
@NullMarked
package dev.zundacast.script.merge;

import org.jspecify.annotations.NullMarked;
