/** Audio on a web server to its size and length, politely and with few requests. */
@NullMarked
package dev.zundacast.pipeline.remote;

import org.jspecify.annotations.NullMarked;
