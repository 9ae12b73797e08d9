@NullMarked
package dev.zundacast.rewrite;

import org.jspecify.annotations.NullMarked;
