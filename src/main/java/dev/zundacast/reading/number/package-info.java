/** Numbers, sizes, dates and amounts to what engines read right. */
@NullMarked
package dev.zundacast.reading.number;

import org.jspecify.annotations.NullMarked;
