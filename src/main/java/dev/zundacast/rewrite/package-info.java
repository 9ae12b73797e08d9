/**
 * Articles in the words of a language model, asked over HTTP and checked by machine before a word
 * is used. Only {@code script} comes here, and only when a site's settings say so.
 */
@NullMarked
package dev.zundacast.rewrite;

import org.jspecify.annotations.NullMarked;
