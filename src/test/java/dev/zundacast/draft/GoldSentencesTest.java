package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.Shell;
import dev.zundacast.episode.Sound;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences of others whose readings are known: all that are heard right stay so. */
class GoldSentencesTest {
  private static final String SENTENCES = "/dev/zundacast/reading/kanji/gold.tsv";

  @TempDir Path data;

  private static List<String[]> sentences() throws IOException {
    try (var in =
        Objects.requireNonNull(GoldSentencesTest.class.getResourceAsStream(SENTENCES), SENTENCES)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }

  @Test
  void noneIsHeardOtherwise() throws IOException {
    List<String[]> sentences = sentences();
    StringBuilder input = new StringBuilder();
    sentences.forEach(sentence -> input.append(sentence[0]).append('\n'));
    List<String> misheard = new ArrayList<>();
    try (DraftClient engine = DraftClient.start(data)) {
      Shell.Result result =
          new Shell(data)
              .env("ZUNDACAST_VOICES", SampleSite.voices().toString())
              .input(input.toString())
              .run("read", "--heard", "--engine", engine.url());
      assertThat(result.code()).as(result.err()).isZero();
      List<String> heard = result.out().lines().toList();
      for (int i = 0; i < sentences.size(); i++) {
        String kana = heard.get(i).split("\t", -1)[2];
        if (!sound(kana).equals(sound(sentences.get(i)[1]))) {
          misheard.add(String.join(" ", sentences.get(i)) + " " + kana);
        }
      }
    }
    assertThat(misheard).isEmpty();
  }

  /** What is heard, without pauses and accents; engines have no ヴ and no フュ. */
  private static String sound(String kana) {
    return Sound.folded(kana.replaceAll("[^ァ-ヴー]", "")).replace("イウ", "ユウ").replace("ユユ", "ユウ");
  }
}
