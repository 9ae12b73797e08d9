package dev.zundacast.voice;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Resource;
import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.Yaml;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A character in a style to a voice file and a template of plain words. */
public record NewVoice(String name, KnownCharacter character, String style) {
  private static final String USUAL = "ノーマル";

  /** The character in this style, else its usual one; a problem where it has no such style. */
  public static NewVoice of(String name, KnownCharacter character, String style) {
    String called = requireName(name);
    List<String> styles = character.styles();
    String usual = styles.contains(USUAL) ? USUAL : styles.get(0);
    String chosen = style.isEmpty() ? usual : style;
    if (!styles.contains(chosen)) {
      throw Problem.input(
          "voices.unknownStyle", character.name(), chosen, String.join("、", styles));
    }
    return new NewVoice(called, character, chosen);
  }

  /** A name without the space around it; a problem where nothing can be called so. */
  public static String requireName(String name) {
    String called = name.strip();
    if (called.isEmpty() || called.contains("/") || !SafePath.visible(called).equals(called)) {
      throw Problem.usage("voices.badName", name);
    }
    return called;
  }

  /** Writes both files, comments in this language; a problem where one of them is there. */
  public List<Path> write(Path folder, Locale language) throws IOException {
    Path file = folder.resolve(fileName() + ".yaml");
    Path template = folder.resolve(fileName() + ".txt");
    for (Path there : List.of(file, template)) {
      if (Files.exists(there)) {
        throw Problem.input("voices.there", there);
      }
    }
    AtomicFile.write(template, Resource.text(NewVoice.class, "template.txt").formatted(name));
    AtomicFile.write(file, voice(Resource.text(NewVoice.class, "voice.yaml", language)));
    return List.of(file, template);
  }

  private String voice(String text) {
    return text.formatted(
        name,
        Yaml.quoted(name),
        Yaml.quoted(character.name()),
        Yaml.quoted(style),
        Yaml.quoted(fileName() + ".txt"),
        Yaml.quoted(character.credit()));
  }

  /** The name without what file systems or shells take for something else. */
  private String fileName() {
    return name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|\\s]", "_").replaceFirst("^\\.+", "_");
  }
}
