package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.script.article.Glossary;
import dev.zundacast.script.article.Guard;
import dev.zundacast.script.article.Headline;
import dev.zundacast.script.article.Outline;
import dev.zundacast.script.speech.Rules;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.List;

/** What makes speech of written text. Safe for many threads. */
record SpeechTables(
    Rules rules, Morphology morphology, Headline headline, Glossary glossary, Guard guard) {

  /** The program's tables, with those of the voices folder before them. */
  static SpeechTables load(List<Path> folders, Morphology morphology, SpeechStyles styles) {
    Rules rules = Rules.load(folders);
    Headline headline = new Headline(folders, rules, morphology, styles);
    Glossary glossary = Glossary.load(folders, rules);
    return new SpeechTables(rules, morphology, headline, glossary, new Guard(rules));
  }

  Outline.Plan plan(Article article) {
    return Outline.of(article, rules, morphology);
  }

  Headline.Heading heading(Article article, Outline.Plan plan) {
    return headline.of(article.name(), plan.statements());
  }
}
