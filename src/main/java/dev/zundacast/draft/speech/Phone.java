package dev.zundacast.draft.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * One phoneme of an utterance, between two silences, and where in the accent phrases it stands.
 *
 * @param name as labels write it: sil, pau, a, ky …
 * @param phrase index of its accent phrase; for a pause that of the phrase before it
 * @param mora index of its mora in the phrase; -1 for pauses and silences
 */
record Phone(String name, Role role, int phrase, int mora, Mora said) {
  /** What a phoneme is in its mora. */
  enum Role {
    SILENCE,
    CONSONANT,
    VOWEL,
    PAUSE
  }

  /** The phonemes of an utterance: silence, moras and pauses, silence. */
  static List<Phone> of(List<AccentPhrase> phrases) {
    List<Phone> phones = new ArrayList<>();
    phones.add(new Phone("sil", Role.SILENCE, -1, -1, Mora.pause()));
    for (int p = 0; p < phrases.size(); p++) {
      List<Mora> moras = phrases.get(p).moras();
      for (int m = 0; m < moras.size(); m++) {
        Mora said = moras.get(m);
        if (said.consonant() != null) {
          phones.add(new Phone(said.consonant(), Role.CONSONANT, p, m, said));
        }
        phones.add(new Phone(said.vowel(), Role.VOWEL, p, m, said));
      }
      Mora pause = phrases.get(p).pauseMora();
      if (pause != null) {
        phones.add(new Phone("pau", Role.PAUSE, p, -1, pause.withPitch(0)));
      }
    }
    phones.add(new Phone("sil", Role.SILENCE, phrases.size(), -1, Mora.pause()));
    return phones;
  }
}
