/** The studio's server: who may ask, and which answer belongs to which address. */
@NullMarked
package dev.zundacast.studio.http;

import org.jspecify.annotations.NullMarked;
