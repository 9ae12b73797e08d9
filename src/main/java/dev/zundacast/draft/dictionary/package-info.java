/** The user dictionary: words that clients add, stored as JSON, merged into Open JTalk's own. */
@NullMarked
package dev.zundacast.draft.dictionary;

import org.jspecify.annotations.NullMarked;
