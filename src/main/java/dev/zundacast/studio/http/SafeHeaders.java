package dev.zundacast.studio.http;

import io.javalin.http.Context;
import java.util.Map;

/** The headers that every answer has, so that a browser keeps other pages away from it. */
final class SafeHeaders {
  private static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src"
              + " 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private SafeHeaders() {}

  static void add(Context answer) {
    ALL.forEach(answer::header);
  }
}
