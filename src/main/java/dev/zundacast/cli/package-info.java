/**
 * Commands, wiring and exit codes. {@link dev.zundacast.cli.Main} takes the arguments; each command
 * is a class that gets the {@code Terminal} in its constructor, takes {@code GlobalOptions} (and
 * {@code FolderOptions}, {@code EngineOptions}) as mixins, and returns an {@code ExitCode}'s
 * number.
 */
@NullMarked
package dev.zundacast.cli;

import org.jspecify.annotations.NullMarked;
