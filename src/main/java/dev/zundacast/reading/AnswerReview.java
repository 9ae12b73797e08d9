package dev.zundacast.reading;

import dev.zundacast.episode.QueryReview;
import dev.zundacast.words.Morphology;
import java.util.List;
import java.util.Optional;

/**
 * Finds what an engine's answer has otherwise than it was meant, particles and words in kanji, and
 * spells that so that it cannot be misread.
 */
final class AnswerReview implements QueryReview {
  private final ParticleReview particles;
  private final KanjiComparison kanji;

  AnswerReview(Morphology morphology) {
    this.particles = new ParticleReview(morphology);
    this.kanji = new KanjiComparison(morphology);
  }

  @Override
  public Optional<String> mended(String spoken, List<String> phrases) {
    // A particle stays one letter, so that the words stand where they stood.
    String text = particles.mended(spoken, phrases).orElse(spoken);
    String mended = KanjiComparison.respelled(text, kanji.of(spoken, phrases));
    return mended.equals(spoken) ? Optional.empty() : Optional.of(mended);
  }

  @Override
  public boolean isOfAnother(String spoken, List<String> phrases) {
    return particles.isOfAnother(spoken, phrases);
  }
}
