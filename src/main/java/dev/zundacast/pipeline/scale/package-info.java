/**
 * A back catalogue over many machines: {@link dev.zundacast.pipeline.scale.Division} gives each its
 * posts, {@link dev.zundacast.pipeline.scale.Collect} puts together what they made, {@link
 * dev.zundacast.pipeline.scale.CataloguePlan} tells beforehand what it takes.
 */
@NullMarked
package dev.zundacast.pipeline.scale;

import org.jspecify.annotations.NullMarked;
