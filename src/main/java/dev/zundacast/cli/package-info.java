/** The program's start; each command gets a {@code Terminal} and returns an {@code ExitCode}. */
@NullMarked
package dev.zundacast.cli;

import org.jspecify.annotations.NullMarked;
