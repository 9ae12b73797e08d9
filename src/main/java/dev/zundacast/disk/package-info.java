/**
 * What every stage writes through: atomic files, locks, paths that stay inside their folder, and
 * work beside it.
 */
@NullMarked
package dev.zundacast.disk;

import org.jspecify.annotations.NullMarked;
