/** Sentences in a character's way of speaking, by tables of rules over morphemes. */
@NullMarked
package dev.zundacast.script.speech;

import org.jspecify.annotations.NullMarked;
