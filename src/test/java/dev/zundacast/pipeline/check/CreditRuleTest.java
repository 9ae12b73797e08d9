package dev.zundacast.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.check.ScriptRules.CreditRule;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditRuleTest {
  @TempDir static Path folder;
  private static Stages stages;

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(folder.resolve("_config.yml"), "title: 餅の時間\n");
    Path scripts = folder.resolve("scripts");
    stages =
        Stages.open(
            new Workspace(
                List.of(Path.of("voices")),
                List.of(Path.of("voices/readings.tsv")),
                scripts,
                folder.resolve("out")));
  }

  @ParameterizedTest
  @CsvSource({
    "VOICEVOX:ずんだもん, 本文 VOICEVOX:ずんだもん, true",
    "VOICEVOX:ずんだもん, 音声合成：VOICEVOX：ずんだもん, true",
    "VOICEVOX:ずんだもん, ＶＯＩＣＥＶＯＸ：ずんだもん, true",
    "VOICEVOX:ずんだもん, 音声合成 VOICEVOX ずんだもん, true",
    "VOICEVOX:ずんだもん, Voicevox（ずんだもん）, true",
    "VOICEVOX:ずんだもん, VOICEVOX : ずんだもん, true",
    "VOICEVOX:ずんだもん, VOICEVOX:春日部つむぎ、ずんだもん, true",
    "VOICEVOX:ずんだもん, VOICEVOX:春日部つむぎ・VOICEVOX:ずんだもん, true",
    "VOICEVOX:ずんだもん, VOICEVOX:春日部つむぎ, false",
    "VOICEVOX:ずんだもん, VOICEVOXの話です。ずんだもん, false",
    "VOICEVOX:ずんだもん, 音声合成 VOICEVOX, false",
    "VOICEVOX:ずんだもん, ずんだもん, false",
    "AivisSpeech:阿井田 茂, 声は AivisSpeech：阿井田 茂 です, true",
    "AivisSpeech:阿井田 茂, VOICEVOX:ずんだもん, false",
    "声: 自分, 声： 自分, true",
    "だれかの声, だれかの声を使いました, true",
  })
  void creditsAreKnownHoweverTheyAreWritten(String credit, String text, boolean shown) {
    assertThat(CreditRule.isShown(credit, text)).isEqualTo(shown);
  }

  private static List<Diagnostic> check(String text) throws IOException {
    Path post = folder.resolve("2026-02-01-1.md");
    FrontMatter front = FrontMatter.parse(post, text.getBytes(StandardCharsets.UTF_8));
    CheckedPost checked =
        new CheckedPost(
            front,
            Optional.empty(),
            Shows.find(post, Optional.empty()),
            Shows.publishing(folder),
            Optional.empty(),
            Optional.empty(),
            stages.openScript(post));
    List<Diagnostic> findings = new ArrayList<>();
    new CreditRule(stages).check(checked, findings::add);
    return findings;
  }

  @Test
  void eachActorsCreditIsAskedForWithItsPlace() throws IOException {
    String post = "---\nactor_ids:\n  - ずんだもん\n  - 春日部つむぎ\n---\n\n本文\n";
    assertThat(check(post))
        .extracting(Diagnostic::line, it -> it.message().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                7, "the voice credit 'VOICEVOX:ずんだもん' is neither here nor in the MP3's comment"),
            org.assertj.core.groups.Tuple.tuple(
                7, "the voice credit 'VOICEVOX:春日部つむぎ' is neither here nor in the MP3's comment"));
    assertThat(check(post + "VOICEVOX：春日部つむぎ、ずんだもん\n")).isEmpty();
  }

  @Test
  void anActorWithoutAVoiceAsksForNothing() throws IOException {
    assertThat(check("---\nactor_ids:\n  - 餅屋\n---\n本文\n")).isEmpty();
  }

  @Test
  void theScriptSaysWhoSpeaks() throws IOException {
    Files.createDirectories(folder.resolve("scripts"));
    Path script = folder.resolve("scripts/2026-02-01-1.txt");
    Files.writeString(
        script,
        "@zundacast 1\n"
            + "@post _posts/2026-02-01-1.md\n"
            + "@speaker 春日部つむぎ\n\n"
            + "== a1 article\n"
            + "[a1.01] 餅の話だよ。\n");
    try {
      assertThat(check("---\nactor_ids:\n  - ずんだもん\n---\n本文\n"))
          .extracting(it -> it.message().toString())
          .containsExactly(
              "the voice credit 'VOICEVOX:春日部つむぎ' is neither here nor in the MP3's comment");
    } finally {
      Files.delete(script);
    }
  }
}
