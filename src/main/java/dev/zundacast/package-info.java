/**
 * Turns a podcast post into its episode: {@code post -> script -> reading -> voice -> audio -> tag
 * -> post}.
 *
 * <p>The values that flow are records in {@link dev.zundacast.episode}. Each stage is a package
 * that knows those values and no other stage; {@code pipeline} calls the stages in their order and
 * {@code cli} wires and starts it. {@code disk} (atomic files, locks) and {@code words} (the
 * morphological analyser) serve several stages and know none. {@code draft} is an engine like any
 * other, reached over HTTP alone. Start reading at {@link dev.zundacast.pipeline}.
 */
@NullMarked
package dev.zundacast;

import org.jspecify.annotations.NullMarked;
