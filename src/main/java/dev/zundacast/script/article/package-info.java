/** An article to what is said of it: sentences, units, the choice of them, their words. */
@NullMarked
package dev.zundacast.script.article;

import org.jspecify.annotations.NullMarked;
