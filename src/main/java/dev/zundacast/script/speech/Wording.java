package dev.zundacast.script.speech;

import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.List;

/**
 * What makes speech of written text, whoever speaks.
 *
 * @param ear sentences for the ear
 * @param headings headings and list items as sentences
 * @param titles titles as they are said
 */
public record Wording(ForTheEar ear, Headings headings, Titles titles) {

  /** The program's tables, with those of the voices folder before them. */
  public static Wording load(List<Path> folders, Morphology morphology, SpeechStyles styles) {
    ForTheEar ear = new ForTheEar(folders, morphology);
    return new Wording(
        ear, new Headings(folders, morphology, ear), new Titles(folders, morphology, styles));
  }
}
