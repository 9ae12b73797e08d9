package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.script.article.Glossary;
import dev.zundacast.script.article.Guard;
import dev.zundacast.script.article.Headline;
import dev.zundacast.script.article.Outline;
import dev.zundacast.script.article.Rules;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.List;

/** What makes speech of written text. Safe for many threads. */
public final class Wording {
  private final Rules rules;
  private final Morphology morphology;
  private final Headline headline;
  private final Glossary glossary;

  private Wording(Rules rules, Morphology morphology, Headline headline, Glossary glossary) {
    this.glossary = glossary;
    this.rules = rules;
    this.morphology = morphology;
    this.headline = headline;
  }

  /** The program's tables, with those of the voices folder before them. */
  public static Wording load(List<Path> folders, Morphology morphology, SpeechStyles styles) {
    Rules rules = Rules.load(folders);
    Headline headline = new Headline(folders, rules, morphology, styles);
    return new Wording(rules, morphology, headline, Glossary.load(folders, rules));
  }

  Rules rules() {
    return rules;
  }

  Guard guard() {
    return new Guard(rules);
  }

  Glossary glossary() {
    return glossary;
  }

  Outline.Plan plan(Article article) {
    return Outline.of(article, rules, morphology);
  }

  Headline.Heading heading(Article article, Outline.Plan plan) {
    return headline.of(article.name(), plan.statements());
  }
}
