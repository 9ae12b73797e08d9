@NullMarked
package dev.zundacast.studio;

import org.jspecify.annotations.NullMarked;
