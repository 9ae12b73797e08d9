/** The notations in which a front matter may be written, each with the bytes of its values. */
@NullMarked
package dev.zundacast.post.matter;

import org.jspecify.annotations.NullMarked;
