package dev.zundacast.pipeline.publish;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.check.ChapterRule;
import dev.zundacast.pipeline.check.Check;
import dev.zundacast.pipeline.check.CheckOptions;
import dev.zundacast.pipeline.check.CheckReport;
import dev.zundacast.pipeline.check.CreditRule;
import dev.zundacast.pipeline.check.GuessRule;
import dev.zundacast.pipeline.check.RewriteRule;
import dev.zundacast.pipeline.check.Severity;
import dev.zundacast.pipeline.check.StyleRule;
import dev.zundacast.pipeline.publish.PublishSettings.Step;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Stops a post that should not be published as it is. */
final class CheckStep implements PublishStep {
  private final Stages stages;
  private final PublishSettings settings;

  CheckStep(Stages stages, PublishSettings settings) {
    this.stages = stages;
    this.settings = settings;
  }

  @Override
  public Step step() {
    return Step.CHECK;
  }

  @Override
  public String plan(Episode episode) {
    return "check the post and its audio";
  }

  @Override
  public String fingerprint(Episode episode) {
    return "";
  }

  @Override
  public String run(Episode episode) throws IOException {
    CheckOptions options =
        new CheckOptions(
            CheckOptions.Depth.LOUDNESS,
            CheckOptions.Mending.LIST_ONLY,
            Recall.FOR_A_DAY,
            Optional.empty(),
            Optional.of(episode.show().root()),
            stages.workspace().out());
    CheckReport report =
        new Check(
                options,
                List.of(
                    new ChapterRule(stages),
                    new CreditRule(stages),
                    new StyleRule(stages),
                    new GuessRule(stages),
                    new RewriteRule(stages)),
                Progress.SILENT)
            .run(List.of(episode.post()))
            .only(finding -> stops(finding, episode));
    if (!report.findings().isEmpty()) {
      throw Problem.in(report.findings().stream().map(CheckStep::told).toList());
    }
    return "checked";
  }

  private static Diagnostic told(CheckReport.Finding finding) {
    Diagnostic place = finding.place();
    return new Diagnostic(
        place.file(),
        place.line(),
        place.column(),
        finding.severity().word() + ": " + finding.rule() + ": " + place.message(),
        place.sourceLine(),
        place.next());
  }

  /** What the site was built with before tells of the last episode, not of this one. */
  private boolean stops(CheckReport.Finding finding, Episode episode) {
    boolean bad = finding.severity().compareTo(settings.failOn()) >= 0;
    boolean uploadComes =
        settings.steps().contains(Step.UPLOAD) && finding.place().next().startsWith("upload ");
    boolean ofThePost = finding.place().file().equals(episode.post());
    boolean always = finding.severity() == Severity.ERROR && finding.rule().equals("artwork");
    return bad && !uploadComes && (ofThePost || always);
  }
}
