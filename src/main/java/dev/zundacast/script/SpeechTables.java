package dev.zundacast.script;

import dev.zundacast.episode.Voices;
import dev.zundacast.script.article.Glossary;
import dev.zundacast.script.article.Headline;
import dev.zundacast.script.speech.Rules;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.List;

/** What makes speech of written text. Safe for many threads. */
record SpeechTables(
    Rules rules, Morphology morphology, SpeechStyles styles, Headline headline, Glossary glossary) {

  /** The program's tables, with those of the voices folders before them. */
  static SpeechTables load(Voices voices, Morphology morphology) {
    List<Path> folders = voices.folders();
    Rules rules = Rules.load(folders);
    SpeechStyles styles = new SpeechStyles(folders, morphology);
    return new SpeechTables(
        rules,
        morphology,
        styles,
        new Headline(folders, rules, morphology, styles),
        new Glossary(folders, rules));
  }
}
