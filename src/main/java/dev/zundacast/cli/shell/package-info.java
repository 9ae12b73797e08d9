/** What shells are told of the program: which words may follow on its command line. */
@NullMarked
package dev.zundacast.cli.shell;

import org.jspecify.annotations.NullMarked;
