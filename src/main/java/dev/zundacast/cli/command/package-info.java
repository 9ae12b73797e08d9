/** The commands, a class each, and what {@code doctor} and {@code voices} look at. */
@NullMarked
package dev.zundacast.cli.command;

import org.jspecify.annotations.NullMarked;
