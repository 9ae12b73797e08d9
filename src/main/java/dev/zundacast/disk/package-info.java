/** What every stage writes through: atomic files, locks, digests, JSON, YAML and safe paths. */
@NullMarked
package dev.zundacast.disk;

import org.jspecify.annotations.NullMarked;
