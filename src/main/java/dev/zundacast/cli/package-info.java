/** Commands, wiring and exit codes. */
@NullMarked
package dev.zundacast.cli;

import org.jspecify.annotations.NullMarked;
