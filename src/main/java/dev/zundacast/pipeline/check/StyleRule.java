package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.pipeline.Stages;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Lines of a post's script that kept a polite form because no rule of the character fits them. */
public final class StyleRule implements PostRule {
  private static final Pattern POLITE_END =
      Pattern.compile("(?:です|ます|でした|ました|ません|でしょう|ましょう|ください)(?:か|ね|よ)*[。！？!?]*$");

  private final Stages stages;

  public StyleRule(Stages stages) {
    this.stages = stages;
  }

  @Override
  public String name() {
    return "style";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    Optional<Script> script = stages.scriptOf(post.file());
    if (script.isEmpty()) {
      return;
    }
    for (Line line : script.get().lines().toList()) {
      String speech = stages.voice(line, script.get()).speech();
      if (keepsPoliteForm(line.display(), speech)) {
        findings.accept(
            Diagnostic.at(
                    script.get().file(),
                    line.fileLine(),
                    line.id() + ": no rule of the style '" + speech + "' fits this line")
                .withNext("write it as the character says it; a script keeps every edit"));
      }
    }
  }

  /** The desuwa style is polite itself, and as-written keeps what the post says. */
  private boolean keepsPoliteForm(String text, String speech) {
    return (speech.equals("nanoda") || speech.equals("dayo"))
        && POLITE_END.matcher(text.strip()).find()
        && !stages.scripts().explain(text, speech).fits();
  }
}
