package dev.zundacast.draft.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.draft.speech.OpenJTalk.LabelReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelWriterTest {
  @Test
  void writesEveryFieldOfAPhraseBetweenTwoOthers() throws Exception {
    List<AccentPhrase> phrases = AccentNotation.parse("コレワ'/テ'_ストデ_ス、ネ'？");
    List<String> labels = LabelWriter.write(phrases);
    assertThat(labels).hasSize(Phone.of(phrases).size());
    assertThat(labels.get(0))
        .isEqualTo(
            "xx^xx-sil+k=o/A:xx+xx+xx/B:xx-xx_xx/C:xx_xx+xx/D:xx+xx_xx/E:xx_xx!xx_xx-xx"
                + "/F:xx_xx#xx_xx@xx_xx|xx_xx/G:3_3%0_xx_xx/H:xx_xx/I:xx-xx@xx+xx&xx-xx|xx+xx"
                + "/J:2_8/K:2+3-9");
    assertThat(labels.get(9))
        .isEqualTo(
            "t^e-s+U=t/A:1+2+4/B:xx-xx_xx/C:xx_xx+xx/D:xx+xx_xx/E:3_3!0_xx-1/F:5_1#0_xx@2_1|4_5"
                + "/G:1_1%1_xx_0/H:xx_xx/I:2-8@1+2&1-3|1+9/J:1_1/K:2+3-9");
    assertThat(labels.get(17))
        .isEqualTo(
            "s^U-pau+n=e/A:xx+xx+xx/B:xx-xx_xx/C:xx_xx+xx/D:xx+xx_xx/E:5_1!0_xx-xx"
                + "/F:xx_xx#xx_xx@xx_xx|xx_xx/G:1_1%1_xx_xx/H:2_8/I:xx-xx@xx+xx&xx-xx|xx+xx"
                + "/J:1_1/K:2+3-9");
  }

  @Test
  void writesWhatTheReaderReads() throws Exception {
    for (String kana : List.of("ア'", "キャ'ット/ンオ'", "ヴァ'/_シ'、ド'ウ？/フォ'", "ア'/イ'、ウ'")) {
      List<AccentPhrase> phrases = AccentNotation.parse(kana);
      assertThat(LabelReader.read(LabelWriter.write(phrases))).isEqualTo(phrases);
    }
  }

  @Test
  void keepsTheMorasThatALabelCanCount() throws Exception {
    List<AccentPhrase> phrases = AccentNotation.parse("ア'" + "ア".repeat(99));
    List<AccentPhrase> read = LabelReader.read(LabelWriter.write(phrases));
    assertThat(read).hasSize(1);
    assertThat(read.get(0).moras()).hasSize(48);
  }
}
