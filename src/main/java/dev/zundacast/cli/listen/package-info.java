/** Commands by which an episode is heard: in the browser, or through the system's player. */
@NullMarked
package dev.zundacast.cli.listen;

import org.jspecify.annotations.NullMarked;
