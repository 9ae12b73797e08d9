package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.YamlFields;
import java.util.List;
import java.util.Locale;

/**
 * Who is told of a published episode.
 *
 * @param kind the form of the message
 * @param url where it is sent, "" where the environment says it
 * @param variable the environment variable that holds the address, which is as good as a password
 * @param text the message; {title}, {date}, {duration}, {audio} and {page} are the post's
 */
public record WebhookSettings(Kind kind, String url, String variable, String text) {
  /** The form of the message. */
  public enum Kind {
    SLACK,
    DISCORD,
    JSON
  }

  static WebhookSettings read(YamlFields fields, boolean needed) {
    String kind = fields.choice("kind", List.of("slack", "discord", "json"), "json");
    WebhookSettings webhook =
        new WebhookSettings(
            Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
            fields.text("url", ""),
            fields.text("url-env", "ZUNDACAST_WEBHOOK"),
            fields.text("text", "{title} ({duration})\n{audio}"));
    fields.reportUnknown();
    boolean safe = webhook.url.matches("https://.*|http://(?:127\\.0\\.0\\.1|localhost)[:/].*");
    if (needed && !webhook.url.isEmpty() && !safe) {
      fields.report("url", "publish.webhook.url: expected an address with https://");
    }
    return webhook;
  }
}
