/**
 * Commands, wiring and exit codes. {@link dev.zundacast.cli.Main} takes the arguments; each command
 * is a class that gets the {@code Terminal} in its constructor, names what it takes in its {@code
 * spec} ({@code GlobalOptions} and {@code FolderOptions}, {@code EngineOptions} where they are
 * needed), and returns an {@code ExitCode}'s number.
 */
@NullMarked
package dev.zundacast.cli;

import org.jspecify.annotations.NullMarked;
