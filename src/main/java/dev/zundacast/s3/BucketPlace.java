package dev.zundacast.s3;

import okhttp3.HttpUrl;

/**
 * Where a bucket is.
 *
 * @param name the bucket's
 * @param endpoint the server's address
 * @param region of the bucket
 * @param style where requests name the bucket
 */
public record BucketPlace(String name, HttpUrl endpoint, String region, Style style) {
  /** Where requests name the bucket. */
  public enum Style {
    /** In the path, as most servers but AWS have it. */
    PATH,
    /** In front of the server's name. */
    HOST
  }

  /**
   * A bucket of this name.
   *
   * @param endpoint the server's address, "" for AWS
   * @param region "" where the server has none
   * @throws IllegalArgumentException when the address is none
   */
  public static BucketPlace of(String name, String endpoint, String region) {
    String where = region.isEmpty() ? "us-east-1" : region;
    return endpoint.isEmpty()
        ? new BucketPlace(
            name, HttpUrl.get("https://s3." + where + ".amazonaws.com"), where, Style.HOST)
        : new BucketPlace(name, HttpUrl.get(endpoint), where, Style.PATH);
  }

  /** The address of an object. */
  HttpUrl object(String key) {
    HttpUrl.Builder url = endpoint.newBuilder();
    if (style == Style.HOST) {
      url.host(name + "." + endpoint.host());
    } else {
      url.addPathSegment(name);
    }
    for (String part : key.split("/", -1)) {
      url.addPathSegment(part);
    }
    return url.build();
  }
}
