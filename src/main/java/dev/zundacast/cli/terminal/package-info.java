/** What a run is given and gives back: its streams, messages, progress, reports and exit codes. */
@NullMarked
package dev.zundacast.cli.terminal;

import org.jspecify.annotations.NullMarked;
