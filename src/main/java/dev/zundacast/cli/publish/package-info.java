/** The commands for what comes after the MP3: publishing, the archive, the feed. */
@NullMarked
package dev.zundacast.cli.publish;

import org.jspecify.annotations.NullMarked;
