/** What the studio's page is sent and sends, as JSON. */
@NullMarked
package dev.zundacast.studio.view;

import org.jspecify.annotations.NullMarked;
