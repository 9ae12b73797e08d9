/** Options that several commands take, and what they stand for. */
@NullMarked
package dev.zundacast.cli.option;

import org.jspecify.annotations.NullMarked;
