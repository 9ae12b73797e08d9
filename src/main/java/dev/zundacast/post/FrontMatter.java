package dev.zundacast.post;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.post.StatedAudio.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A post's front matter: its values, and a copy of the post with its two audio values put in.
 * {@link #withAudio} changes the bytes of those two values and no other byte of the file.
 */
public final class FrontMatter {
  /** The key of the audio's path or address. */
  public static final String PATH = "audio_file_path";

  /** The key of the audio's size in bytes. */
  public static final String SIZE = "audio_file_size";

  /** The key of the audio's length. */
  public static final String DURATION = "duration";

  private final byte[] bytes;
  private final FrontMatterText text;
  private final Map<String, NodeTuple> entries;
  private final StatedAudio audio;

  private FrontMatter(byte[] bytes, FrontMatterText text, Map<String, NodeTuple> entries) {
    this.bytes = bytes;
    this.text = text;
    this.entries = entries;
    this.audio = StatedAudio.of(scalar(SIZE), scalar(DURATION));
  }

  /** Reads a front matter; refuses one that is missing, no valid YAML or holds a key twice. */
  public static FrontMatter parse(Path file, byte[] bytes) {
    FrontMatterText text = FrontMatterText.find(file, bytes);
    return new FrontMatter(bytes, text, FrontMatterYaml.entries(text));
  }

  /** The single value of a key as text; empty when the key is absent or holds a list. */
  public Optional<String> value(String key) {
    return scalar(key).map(ScalarNode::getValue);
  }

  /** The values of a key that holds a list, or its single value. */
  public List<String> values(String key) {
    NodeTuple entry = entries.get(key);
    if (entry != null && entry.getValueNode() instanceof SequenceNode list) {
      return list.getValue().stream()
          .filter(ScalarNode.class::isInstance)
          .map(node -> ((ScalarNode) node).getValue())
          .toList();
    }
    return value(key).filter(v -> !v.isBlank()).map(List::of).orElse(List.of());
  }

  /** What the post says about its audio, as the site's feed prints it. */
  public StatedAudio audio() {
    return audio;
  }

  /**
   * The whole post with these two values, where one that says the same stays as it is; a problem
   * when they cannot be put in without touching anything else.
   */
  public byte[] withAudio(long size, String duration) {
    FrontMatterSplice splice = new FrontMatterSplice(bytes, text, entries);
    if (!audio.hasSize(size)) {
      splice.put(SIZE, Long.toString(size));
    }
    if (!audio.duration().equals(Value.of(Durations.seconds(duration)))) {
      splice.put(DURATION, '"' + duration + '"');
    }
    byte[] spliced = splice.bytes();
    requireOnlyAudioDiffers(spliced, size, duration);
    return spliced;
  }

  /** The same with a length in ms; a stated length that other tools rounded otherwise stays. */
  public byte[] withAudio(long size, long millis) {
    boolean right = audio.hasLength(millis);
    return withAudio(size, Durations.format(right ? audio.duration().number() * 1000 : millis));
  }

  int bodyStart() {
    return text.bodyStart();
  }

  int bodyLine() {
    return text.bodyLine();
  }

  /** A finding at a key's value. */
  public Diagnostic at(String key, String message) {
    NodeTuple entry = entries.get(key);
    return entry == null
        ? Diagnostic.at(text.file(), 1, message)
        : text.at(entry.getValueNode().getStartMark(), message);
  }

  private Optional<ScalarNode> scalar(String key) {
    NodeTuple entry = entries.get(key);
    return entry != null && entry.getValueNode() instanceof ScalarNode scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** Reads the spliced file back: the last defence against a splice that hits the wrong bytes. */
  private void requireOnlyAudioDiffers(byte[] spliced, long size, String duration) {
    FrontMatter after;
    try {
      after = parse(text.file(), spliced);
    } catch (Problem e) {
      throw cannotSplice(e.diagnostics().get(0).message()).causedBy(e);
    }
    if (!after.audio.states(size, duration)) {
      throw cannotSplice("the values cannot be read back");
    }
    entries.forEach(
        (key, entry) -> {
          boolean ours = key.equals(SIZE) || key.equals(DURATION);
          NodeTuple now = after.entries.get(key);
          if (!ours
              && (now == null || !FrontMatterYaml.same(entry.getValueNode(), now.getValueNode()))) {
            throw cannotSplice("the value of '" + key + "' would change");
          }
        });
  }

  private Problem cannotSplice(String why) {
    return Problem.in(
        Diagnostic.of(text.file(), "cannot put size and duration into the front matter: " + why)
            .withNext(
                "write 'audio_file_size: 0' and 'duration: \"00:00\"' on lines of their own"));
  }
}
