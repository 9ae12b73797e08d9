package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.YamlFields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.check.Severity;
import dev.zundacast.pipeline.show.ShowFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code publish:} in a show's zundacast.yaml says.
 *
 * @param steps in the order in which the file names them
 * @param failOn the least severe finding that stops a post
 * @param upload where audio goes
 * @param sideFiles where transcripts and chapter files go
 * @param git how it is committed
 * @param hook a command of the user's
 * @param webhook who is told
 */
public record PublishSettings(
    List<Step> steps,
    Severity failOn,
    UploadSettings upload,
    SideFilePlace sideFiles,
    GitSettings git,
    String hook,
    WebhookSettings webhook) {

  private static final String PUBLISH = "publish";
  private static final String ARCHIVE = "archive";

  /** What can be done with a post. */
  public enum Step {
    CHECK("check"),
    UPLOAD("upload"),
    SIDE_FILES("side-files"),
    GIT("git"),
    HOOK("hook"),
    WEBHOOK("webhook");

    private final String word;

    Step(String word) {
      this.word = word;
    }

    /** Its key in the settings. */
    public String word() {
      return word;
    }
  }

  /** Where transcripts and chapter files go. */
  public enum SideFilePlace {
    /** Beside the MP3 in the site. */
    SITE,
    /** Beside the MP3 where that is uploaded to. */
    UPLOAD
  }

  /**
   * How git is asked.
   *
   * @param message of the commit; {name}, {date} and {title} are the post's
   * @param remote that is pushed to, "" for none
   * @param branch that is pushed to, "" for the one that is checked out
   */
  public record GitSettings(String message, String remote, String branch) {}

  public PublishSettings {
    steps = List.copyOf(steps);
  }

  /**
   * The settings of a show.
   *
   * @throws Problem with every mistake and its place, or when nothing is set
   */
  public static PublishSettings of(ShowFolder show) throws IOException {
    return find(show).orElseThrow(() -> nothing(show));
  }

  /**
   * The settings of a show, empty when nothing is set.
   *
   * @throws Problem with every mistake and its place
   */
  public static Optional<PublishSettings> find(ShowFolder show) throws IOException {
    if (!Files.isRegularFile(show.settings())) {
      return Optional.empty();
    }
    List<Diagnostic> wrong = new ArrayList<>();
    YamlFields settings = YamlFields.read(show.settings(), wrong);
    Optional<PublishSettings> publish = read(settings);
    if (!wrong.isEmpty()) {
      throw Problem.in(wrong);
    }
    return publish;
  }

  /**
   * Where a show's old audio goes: {@code archive:}, else where {@code publish:} uploads to.
   *
   * @throws Problem with every mistake and its place, or when neither is set
   */
  public static UploadSettings archiveOf(ShowFolder show) throws IOException {
    if (!Files.isRegularFile(show.settings())) {
      throw nothing(show);
    }
    List<Diagnostic> wrong = new ArrayList<>();
    YamlFields settings = YamlFields.read(show.settings(), wrong);
    boolean own = settings.has(ARCHIVE);
    UploadSettings archive = UploadSettings.read(settings.section(ARCHIVE), own);
    if (!wrong.isEmpty()) {
      throw Problem.in(wrong);
    }
    return own ? archive : of(show).upload();
  }

  private static Problem nothing(ShowFolder show) {
    return Problem.in(
        Diagnostic.of(show.settings(), "publish: is missing, so there is nothing to be done")
            .withNext("name its steps there; docs/publishing.md shows how"));
  }

  /** What settings say of publishing, empty for nothing; mistakes are reported in them. */
  public static Optional<PublishSettings> read(YamlFields settings) {
    if (!settings.has(PUBLISH)) {
      return Optional.empty();
    }
    YamlFields fields = settings.section(PUBLISH);
    List<Step> steps = fields.keys().stream().flatMap(key -> named(key).stream()).toList();
    PublishSettings publish =
        new PublishSettings(
            steps,
            failOn(fields),
            UploadSettings.read(fields.section("upload"), steps.contains(Step.UPLOAD)),
            fields.choice("side-files", List.of("site", "upload"), "site").equals("site")
                ? SideFilePlace.SITE
                : SideFilePlace.UPLOAD,
            git(fields.section("git")),
            fields.text("hook", ""),
            WebhookSettings.read(fields.section("webhook"), steps.contains(Step.WEBHOOK)));
    fields.reportUnknown();
    return Optional.of(publish);
  }

  private static Optional<Step> named(String word) {
    return Stream.of(Step.values()).filter(it -> it.word().equals(word)).findFirst();
  }

  private static Severity failOn(YamlFields fields) {
    String word = fields.choice("check", List.of("note", "warning", "error"), "error");
    return Severity.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static GitSettings git(YamlFields fields) {
    String message = fields.text("message", "{date} distribution");
    boolean push = fields.flag("push", true);
    String remote = fields.text("remote", "origin");
    String branch = fields.text("branch", "");
    fields.reportUnknown();
    return new GitSettings(message, push ? remote : "", branch);
  }
}
