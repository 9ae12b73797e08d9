package dev.zundacast.voice;

import dev.zundacast.episode.Voice;

/**
 * Who speaks a line at an engine, and how.
 *
 * @param uuid the character's
 * @param version of the character's voice
 * @param style the style's id
 * @param parameters the scales for the query
 */
record Role(String uuid, String version, long style, Voice.Parameters parameters) {}
