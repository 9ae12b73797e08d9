/** How the posts of a site are written: which key says what, and what of a body is an article. */
@NullMarked
package dev.zundacast.post.layout;

import org.jspecify.annotations.NullMarked;
