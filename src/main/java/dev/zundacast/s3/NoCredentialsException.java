package dev.zundacast.s3;

import java.io.IOException;

/** Nowhere are keys for object storage. */
public final class NoCredentialsException extends IOException {
  private static final long serialVersionUID = 1;

  NoCredentialsException(String message) {
    super(message);
  }
}
