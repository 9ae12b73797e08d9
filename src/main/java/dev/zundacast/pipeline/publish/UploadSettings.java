package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.YamlFields;
import dev.zundacast.pipeline.Escaped;

/**
 * Where audio is uploaded to.
 *
 * @param command of the user's, "" where it is a bucket
 * @param bucket its name, "" where it is a command
 * @param endpoint of the bucket's server, "" for AWS
 * @param region of the bucket, "" where the server has none
 * @param prefix before each name in the bucket
 * @param acl who may read, as S3 calls it, "" for what the bucket says
 * @param address that listeners fetch; {name} is the file's name, escaped
 */
public record UploadSettings(
    String command,
    String bucket,
    String endpoint,
    String region,
    String prefix,
    String acl,
    String address) {
  static final String NAME = "{name}";

  static UploadSettings read(YamlFields fields, boolean needed) {
    UploadSettings upload =
        new UploadSettings(
            fields.text("command", ""),
            fields.text("bucket", ""),
            fields.text("endpoint", ""),
            fields.text("region", ""),
            prefix(fields.text("prefix", "")),
            fields.text("acl", ""),
            fields.text("address", ""));
    fields.reportUnknown();
    if (needed) {
      check(upload, fields);
    }
    return upload;
  }

  private static String prefix(String written) {
    String clean = written.replaceFirst("^/+", "");
    return clean.isEmpty() || clean.endsWith("/") ? clean : clean + "/";
  }

  private static void check(UploadSettings upload, YamlFields fields) {
    if (upload.command.isEmpty() == upload.bucket.isEmpty()) {
      fields.report("command", "publish.upload: expected either command or bucket");
    }
    if (!upload.command.isEmpty() && !upload.command.contains("{file}")) {
      fields.report(
          "command", "publish.upload.command: {file} is missing, which is the MP3's path");
    }
    if (!upload.address.matches("https?://\\S+") || !upload.address.contains(NAME)) {
      fields.report(
          "address",
          "publish.upload.address: expected an address like https://cdn.example.com/{name} but was"
              + " '"
              + upload.address
              + "'");
    }
  }

  /** The address of a file, with its name escaped. */
  public String addressOf(String name) {
    return address.replace(NAME, Escaped.name(name));
  }

  /** The name of a file in the bucket. */
  String key(String name) {
    return prefix + name;
  }

  /** What tells one destination from another. */
  String destination() {
    return command.isEmpty() ? endpoint + "/" + bucket + "/" + prefix : command;
  }
}
