/**
 * The script file without loss: its rows as people typed them, the script they mean, and what
 * becomes of it when its post changes.
 */
@NullMarked
package dev.zundacast.script.file;

import org.jspecify.annotations.NullMarked;
