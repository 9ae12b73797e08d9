/**
 * Turns a podcast post into its episode: {@code post -> script -> reading -> voice -> audio -> tag
 * -> post}. The values that flow are in {@link dev.zundacast.episode}; {@link
 * dev.zundacast.pipeline} calls the stages in their order. ARCHITECTURE.md walks through it.
 */
package dev.zundacast;
