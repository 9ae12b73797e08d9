package dev.zundacast.voice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.voice.engine.QueryMaker.AccentCorrection;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccentCorrectionTest {
  /** A query with these phrases; the accent stands behind its mora, a pause as 、. */
  private static ObjectNode query(String... phrases) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    var all = query.putArray("accent_phrases");
    for (String kana : phrases) {
      ObjectNode phrase = all.addObject();
      var moras = phrase.putArray("moras");
      kana.replaceAll("['、]", "")
          .chars()
          .forEach(c -> moras.addObject().put("text", Character.toString(c)).put("vowel", "a"));
      phrase.put("accent", kana.indexOf('\''));
      phrase.put("is_interrogative", false);
      if (kana.endsWith("、")) {
        phrase.putObject("pause_mora");
      } else {
        phrase.putNull("pause_mora");
      }
    }
    return query;
  }

  private static final DictionaryWord WORD = new DictionaryWord("マベリック", "マベリック", 3);

  @Test
  void aTornWordBecomesOnePhraseWithItsAccent() {
    assertThat(AccentCorrection.of(query("マ'", "ベリッ'", "ク'ガ、", "デ'ル"), List.of(WORD)))
        .hasValue("マベリ'ックガ、デ'ル");
  }

  @Test
  void aWordWithAnotherAccentTakesItsOwn() {
    assertThat(AccentCorrection.of(query("マベリック'ガ"), List.of(WORD))).hasValue("マベリ'ックガ");
  }

  @Test
  void whatIsRightIsNotAskedForAgain() {
    assertThat(AccentCorrection.of(query("マベリ'ックガ"), List.of(WORD))).isEmpty();
    assertThat(AccentCorrection.of(query("マ'メガ"), List.of(WORD))).isEmpty();
  }

  @Test
  void aWordIsNotFoundAcrossAPause() {
    assertThat(AccentCorrection.of(query("マベ'、", "リック'"), List.of(WORD))).isEmpty();
  }
}
