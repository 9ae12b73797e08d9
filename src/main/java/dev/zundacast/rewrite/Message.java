package dev.zundacast.rewrite;

/**
 * One turn of a conversation with a model.
 *
 * @param role system, user or assistant
 */
record Message(String role, String content) {}
