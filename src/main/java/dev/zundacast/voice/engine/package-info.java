/** Engines over HTTP: client, dictionary, speakers, faults, and whether engines speak alike. */
@NullMarked
package dev.zundacast.voice.engine;

import org.jspecify.annotations.NullMarked;
