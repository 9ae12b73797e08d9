/**
 * The program's start. {@link dev.zundacast.cli.Main} puts the command line together: each command
 * is a class in {@code command} that gets the {@code Terminal} in its constructor, takes its
 * options from {@code option}, and returns an {@code ExitCode}'s number.
 */
@NullMarked
package dev.zundacast.cli;

import org.jspecify.annotations.NullMarked;
