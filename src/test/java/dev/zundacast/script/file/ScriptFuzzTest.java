package dev.zundacast.script.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.Examples;
import dev.zundacast.testkit.Damage;
import dev.zundacast.testkit.Finds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged scripts: read and kept byte for byte, or refused with the place of each mistake. */
class ScriptFuzzTest {
  private static final int ROUNDS = Damage.rounds(5_000, 1_000_000);

  private static final List<String> SEEDS =
      List.of(
          "# comment\n@zundacast 1\n@post _posts/2026-08-21-550.md\n@speaker つむぎ/ひそひそ\n\n"
              + "== a1 article\n@title Up to 3x [fast] = #1\n@source https://example.com/?a=b#c\n"
              + "[a1.t] まず1本目なのだ。\n\n[a1.01] 今日の{枝豆|えだまめ}の話なのだ。\n"
              + "  > きょうのはなしなのだ。\n# between\n"
              + "[a1.02 ずんだもん +0.5s speed=1.1 pitch=-0.05 volume=0.8] 速いのだ。\n~ 1.0s\n\n"
              + "[つむぎ] だよ。\n\\[x] と \\# と \\\n[a1.09]\\\\ で始まる。\n",
          "\uFEFF@zundacast 1\r\n@speaker ずんだもん\r\n== op opening\r\n[op.01] やあ。\r\n最後の行");

  private static final Damage DAMAGE =
      new Damage(
          20260319,
          "[",
          "]",
          "[a1.01] ",
          "== ",
          "== a1 article\n",
          "@title ",
          "@",
          "~ ",
          "~ 9e9s\n",
          "> ",
          "#",
          "\\",
          "{",
          "|",
          "}",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "　",
          "\u0000",
          "\u2028",
          "+0.5s",
          "+1e308s",
          "speed=",
          "=",
          "NaN",
          "-",
          "99999999999",
          "😀",
          "か\u3099",
          "\uD83D",
          "\u202E");

  @Test
  @Timeout(3600)
  void damageIsKeptOrRefused() throws IOException {
    Voices voices = Examples.voices();
    // UTF-16 keeps what no file in UTF-8 could hold: a narration may come from anywhere.
    Finds.Tally tally =
        Finds.of("script")
            .run(
                ROUNDS,
                i -> DAMAGE.of(DAMAGE.one(SEEDS)).getBytes(StandardCharsets.UTF_16BE),
                bytes -> isKept(new String(bytes, StandardCharsets.UTF_16BE), voices));
    System.out.println("script fuzz: " + tally);
    assertThat(tally.read()).isGreaterThan(ROUNDS / 20);
  }

  private static boolean isKept(String text, Voices voices) {
    try {
      ScriptDocument document = ScriptDocument.parse(Path.of("550.txt"), text, voices);
      assertThat(document.text()).isEqualTo(text);
      assertThat(document.script().sections()).isNotNull();
      return true;
    } catch (Problem e) {
      assertThat(e.diagnostics()).isNotEmpty();
      return false;
    }
  }
}
