package dev.zundacast.draft.sound;

import dev.zundacast.draft.jtalk.HtsEngine;
import dev.zundacast.draft.jtalk.Phone;
import dev.zundacast.draft.jtalk.Remembered;
import dev.zundacast.draft.jtalk.Tracks;
import dev.zundacast.draft.jtalk.VoiceFile;
import dev.zundacast.draft.query.AccentPhrase;
import dev.zundacast.draft.query.Mora;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Fills the lengths and pitches of accent phrases with what a voice would do of itself. */
public final class Prosody {
  /** Where nothing is voiced, e.g. one devoiced mora: A3, a speaking voice. */
  private static final double SOME_PITCH = Math.log(220);

  private record Question(List<AccentPhrase> phrases, VoiceFile voice) {}

  private final HtsEngine engine;
  private final Remembered<Question, List<AccentPhrase>> answers = new Remembered<>(this::ask);

  public Prosody(HtsEngine engine) {
    this.engine = engine;
  }

  /** The phrases with new lengths and pitches. */
  public List<AccentPhrase> fill(List<AccentPhrase> phrases, VoiceFile voice) throws IOException {
    if (phrases.isEmpty()) {
      return phrases;
    }
    return answers.answer(new Question(blank(phrases), voice));
  }

  /** The phrases with new lengths and their own pitches. */
  public List<AccentPhrase> fillLengths(List<AccentPhrase> phrases, VoiceFile voice)
      throws IOException {
    return merge(fill(phrases, voice), phrases, (length, pitch) -> length.withPitch(pitch.pitch()));
  }

  /** The phrases with new pitches and their own lengths. */
  public List<AccentPhrase> fillPitches(List<AccentPhrase> phrases, VoiceFile voice)
      throws IOException {
    return merge(phrases, fill(phrases, voice), (length, pitch) -> length.withPitch(pitch.pitch()));
  }

  private static List<AccentPhrase> merge(
      List<AccentPhrase> lengths,
      List<AccentPhrase> pitches,
      java.util.function.BinaryOperator<Mora> both) {
    List<AccentPhrase> merged = new ArrayList<>();
    for (int p = 0; p < lengths.size(); p++) {
      AccentPhrase phrase = lengths.get(p);
      List<Mora> moras = new ArrayList<>();
      for (int m = 0; m < phrase.moras().size(); m++) {
        moras.add(both.apply(phrase.moras().get(m), pitches.get(p).moras().get(m)));
      }
      merged.add(phrase.withMoras(moras));
    }
    return merged;
  }

  private static List<AccentPhrase> blank(List<AccentPhrase> phrases) {
    List<AccentPhrase> blank = new ArrayList<>();
    for (AccentPhrase phrase : phrases) {
      List<Mora> moras =
          phrase.moras().stream().map(m -> Mora.plain(m.text(), m.consonant(), m.vowel())).toList();
      blank.add(
          phrase.withMoras(moras).withPause(phrase.pauseMora() == null ? null : Mora.pause()));
    }
    return blank;
  }

  private List<AccentPhrase> ask(Question question) throws IOException {
    List<AccentPhrase> phrases = question.phrases();
    Tracks tracks = engine.natural(phrases, question.voice());
    List<Phone> phones = Phone.of(phrases);
    double[] pitches = MoraPitches.of(tracks, phones);
    Curve known = new Curve();
    for (int i = 0; i < pitches.length; i++) {
      if (!Double.isNaN(pitches[i])) {
        known.add(i, pitches[i]);
      }
    }
    List<List<Mora>> moras = new ArrayList<>();
    phrases.forEach(phrase -> moras.add(new ArrayList<>(phrase.moras())));
    List<AccentPhrase> filled = new ArrayList<>(phrases);
    double consonant = 0;
    for (int i = 0; i < pitches.length; i++) {
      Phone phone = phones.get(i);
      double length = tracks.lengths()[i] * Tracks.FRAME_SECONDS;
      switch (phone.role()) {
        case SILENCE -> {}
        case CONSONANT -> consonant = length;
        case VOWEL -> {
          double pitch = known.isEmpty() ? SOME_PITCH : known.at(i);
          Mora mora = phrases.get(phone.phrase()).moras().get(phone.mora());
          moras
              .get(phone.phrase())
              .set(
                  phone.mora(),
                  mora.withLengths(mora.consonant() == null ? null : consonant, length)
                      .withPitch(mora.isVoiced() ? pitch : 0));
        }
        case PAUSE -> {
          AccentPhrase phrase = filled.get(phone.phrase());
          filled.set(phone.phrase(), phrase.withPause(Mora.pause().withLengths(null, length)));
        }
      }
    }
    for (int p = 0; p < filled.size(); p++) {
      filled.set(p, filled.get(p).withMoras(moras.get(p)));
    }
    return List.copyOf(filled);
  }
}
