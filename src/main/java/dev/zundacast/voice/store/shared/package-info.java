/**
 * The store that many machines share: {@link dev.zundacast.voice.store.shared.SharedStores} opens
 * one on a folder, a web server or object storage.
 */
@NullMarked
package dev.zundacast.voice.store.shared;

import org.jspecify.annotations.NullMarked;
