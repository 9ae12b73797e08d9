/** What a command needs to do its share of many posts, and the commands before and after shares. */
@NullMarked
package dev.zundacast.cli.scale;

import org.jspecify.annotations.NullMarked;
