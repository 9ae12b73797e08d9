/**
 * Object storage that speaks S3's protocol: {@link dev.zundacast.s3.Bucket} keeps files, {@link
 * dev.zundacast.s3.AwsSigner} signs requests for whoever sends them.
 */
@NullMarked
package dev.zundacast.s3;

import org.jspecify.annotations.NullMarked;
