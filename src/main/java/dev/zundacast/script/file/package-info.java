/** The script file without loss: its rows as people typed them, and the script they mean. */
@NullMarked
package dev.zundacast.script.file;

import org.jspecify.annotations.NullMarked;
