/**
 * What every stage writes through: atomic files, locks, fingerprints, JSON, paths that stay inside
 * their folder.
 */
@NullMarked
package dev.zundacast.disk;

import org.jspecify.annotations.NullMarked;
