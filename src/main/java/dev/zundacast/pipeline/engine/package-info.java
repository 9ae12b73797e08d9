/**
 * Engines that are installed on this machine: {@link dev.zundacast.pipeline.engine.LocalEngines}
 * finds, starts and stops them.
 */
@NullMarked
package dev.zundacast.pipeline.engine;

import org.jspecify.annotations.NullMarked;
