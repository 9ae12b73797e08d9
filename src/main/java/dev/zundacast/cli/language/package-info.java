/**
 * The language that people are spoken to in: English as the code says it, Japanese by a catalogue.
 */
@NullMarked
package dev.zundacast.cli.language;

import org.jspecify.annotations.NullMarked;
