package dev.zundacast.studio;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.episode.Build;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.script.NarrationSource;
import dev.zundacast.script.NarrationSource.Missing;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.script.ScriptWriter;
import dev.zundacast.script.Scripts;
import dev.zundacast.script.narration.NarrationDraft;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.studio.episode.ScriptLocks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Narrations that somebody else wrote to where their pieces belong, and to scripts. */
public record Narrating(
    CurrentStages stages,
    EngineKeeper engines,
    Episodes episodes,
    ScriptLocks locks,
    BuildOptions options) {
  /** As a command names what it reads from a pipe. */
  private static final String PASTED = "-";

  /**
   * A narration that was pasted.
   *
   * @param text what it says, with marks where a person moved a piece
   * @param partly whether the rules say what it does not tell
   */
  public record Pasted(String text, boolean partly) {
    public Pasted {
      Objects.requireNonNull(text, "text is missing");
    }

    private NarrationSource source() {
      return NarrationSource.of(PASTED, text, partly ? Missing.BY_RULES : Missing.REFUSED);
    }
  }

  /**
   * Where its pieces belong, why it would be refused, and else what is wrong in it; writes nothing.
   */
  public Fields place(OpenEpisode episode, Pasted narration) throws IOException {
    Stages now = stages.get();
    Scripts scripts = now.scripts();
    Path script = now.workspace().script(episode.post());
    Post post = Posts.read(episode.post());
    Show show = Shows.find(episode.post(), options.site());
    ScriptOptions asked = options.script().withNarration(narration.source());
    ScriptWriter writer = scripts.of(post, show, script, asked);
    NarrationDraft.Placed placed = writer.placed().orElseThrow();
    List<Diagnostic> faults = placed.faults();
    List<Diagnostic> wrong =
        faults.isEmpty() || narration.partly()
            ? scripts.misstatements(post, writer.update().content())
            : List.of();
    return Json.with("parts", placed.parts().stream().map(Narrating::part).toList())
        .with("unsaid", placed.unsaid())
        .with("faults", faults.stream().map(it -> new Sentence(it.message())).toList())
        .with("findings", wrong.stream().map(Narrating::finding).toList());
  }

  private static Fields part(NarrationDraft.Part part) {
    return Json.with("name", part.name())
        .with("title", part.title())
        .with("sure", new Sentence(part.sure()))
        .with("told", part.told())
        .with("pieces", part.pieces());
  }

  private static Fields finding(Diagnostic finding) {
    return Json.with("message", new Sentence(finding.message())).with("said", finding.sourceLine());
  }

  /**
   * Writes the episode's script, as the command does.
   *
   * @throws dev.zundacast.episode.Problem when the narration is refused
   */
  public Fields take(OpenEpisode episode, Pasted narration) throws IOException {
    Build build = new Build(stages.get(), engines::require, Progress.SILENT);
    BuildOptions asked = options.withScript(options.script().withNarration(narration.source()));
    locks.among(episode.post(), () -> build.write(episode.post(), asked));
    episodes.tell(episode);
    return episodes.look(episode);
  }
}
