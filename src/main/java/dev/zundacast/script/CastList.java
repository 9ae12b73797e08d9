package dev.zundacast.script;

import dev.zundacast.disk.TextFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.SimilarName;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.script.speech.EndingVariation;
import dev.zundacast.script.speech.Reactions;
import dev.zundacast.script.speech.SpeechStyles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds who speaks in a post's episode, with the templates and styles of the voices folders. */
record CastList(Voices voices, SpeechStyles styles) {
  /** Speaks when a post names nobody. */
  private static final String HOST = "ずんだもん";

  /**
   * The characters of these names, ずんだもん where there are none.
   *
   * @param post where they are named
   * @param style instead of each character's own
   */
  List<Speaker> of(Post post, List<String> actors, Show show, Optional<String> style)
      throws IOException {
    Set<Voice> speakers = new LinkedHashSet<>();
    for (String actor : actors) {
      speakers.add(voice(actor, show, post.file()));
    }
    if (speakers.isEmpty()) {
      speakers.add(voices.find(HOST).orElse(voices.all().get(0)));
    }
    List<Speaker> cast = new ArrayList<>();
    for (Voice voice : speakers) {
      String label = cast.isEmpty() ? "" : voice.name();
      String speech = style.orElse(voice.speech());
      Template template = template(voice);
      styles.check(speech);
      cast.add(
          new Speaker(
              label,
              voice,
              template,
              text -> styles.styled(text, speech),
              EndingVariation.of(voices.folders(), speech),
              new Reactions(voices.folders(), speech)));
    }
    return cast;
  }

  private Voice voice(String actor, Show show, Path post) throws IOException {
    Optional<Voice> voice =
        voices
            .find(actor)
            .or(() -> Optional.ofNullable(show.actors().get(actor)).flatMap(voices::find));
    if (voice.isEmpty()) {
      Message message = Message.of("script.unknownActor", actor, voices.known());
      Message meant = SimilarName.hint(actor, List.of(voices.known().split("、")));
      throw Problem.in(
          Diagnostic.at(post, lineOf(actor, post), message)
              .withNext(meant.isEmpty() ? Message.of("script.noVoice", voices.folder()) : meant));
    }
    return voice.get();
  }

  /** The line of the post that names the actor, the first when it cannot be found. */
  private static int lineOf(String actor, Path post) throws IOException {
    List<String> lines = TextFile.read(post).orElse("").lines().toList();
    return IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains(actor))
            .findFirst()
            .orElse(0)
        + 1;
  }

  /** The show's own template of this name, else the program's. */
  private Template template(Voice voice) throws IOException {
    for (Path folder : voices.folders()) {
      Path file = folder.resolve(voice.template());
      Optional<String> text = TextFile.read(file);
      if (text.isPresent()) {
        return TemplateReader.read(file, text.get());
      }
    }
    Path file = voices.folder().resolve(voice.template());
    throw Problem.in(Diagnostic.of(file, "template.none", voice.name()));
  }
}
