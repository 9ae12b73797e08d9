package dev.zundacast.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Problem;
import dev.zundacast.testkit.Damage;
import dev.zundacast.testkit.Finds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random damage to front matters: refused with a clear problem, or filled and else unchanged. */
class FrontMatterFuzzTest {
  private static final int ROUNDS = Damage.rounds(3_000, 1_000_000);

  private static final long SIZE = 987_654_321L;
  private static final String DURATION = "11:22:33";

  private static final List<String> SEEDS =
      List.of(
          "---\n"
              + "actor_ids:\n"
              + "  - ずんだもん\n"
              + "audio_file_path: /audio/餅.mp3\n"
              + "audio_file_size: 0\n"
              + "date: 2026-01-05 05:00:00 +0900\n"
              + "description: '餅の話  \n"
              + "続き: 二つ目'\n"
              + "duration: \"00:00\"\n"
              + "layout: article\n"
              + "title: 餅 20260105\n"
              + "information: \n"
              + "---\n"
              + "body\n",
          "---\r\n"
              + "title: \"t\"\r\n"
              + "duration:\r\n"
              + "audio_file_path: https://example.com/a.mp3\r\n"
              + "---\r\n",
          "---\n"
              + "tags: [a, 'b']\n"
              + "x: &x {k: v}\n"
              + "y: *x\n"
              + "audio_file_size: 6.1MB\n"
              + "duration: 12:34 # c\n"
              + "---\n",
          "---\n# head\nlong: |\n  duration: 1\n  text\naudio_file_path: /a.mp3\n---\n## 関連リンク\n");

  private static final String[] PIECES = {
    "duration: \"00:00\"\n",
    "audio_file_size: 0\n",
    "audio_file_path: /b.mp3\n",
    "'",
    "\"",
    ": ",
    "#",
    " #",
    "\n",
    "\r\n",
    "\t",
    "- ",
    "---\n",
    "...\n",
    "|",
    ">",
    "&a ",
    "*a",
    "!!str ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\\",
    "?",
    "\u0085",
    "\u2028",
    "\uFEFF",
    "😀",
    "か\u3099",
    "\u0000",
    "%YAML 1.1\n",
    "duration:",
    "<<: *x\n",
    "  ",
    "~",
    "null",
    "\"\n\"",
    "''",
  };

  @Test
  @Timeout(3600)
  void damageIsRefusedOrLeavesAllElseAlone() throws IOException {
    Random random = new Random(20260105);
    Finds.Tally tally =
        Finds.of("front-matter")
            .run(
                ROUNDS,
                i -> damaged(SEEDS.get(i % SEEDS.size()), random),
                FrontMatterFuzzTest::isFilled);
    System.out.println("front matter fuzz: " + tally);
    assertThat(tally.read()).isGreaterThan(ROUNDS / 10);
  }

  private static boolean isFilled(byte[] before) {
    try {
      byte[] after =
          FrontMatter.parse(Path.of("p.md"), before, Preset.YATTECAST.layout())
              .withAudio(SIZE, DURATION);
      requireOnlyValuesDiffer(before, after);
      return true;
    } catch (Problem e) {
      assertThat(e.diagnostics()).isNotEmpty();
      return false;
    }
  }

  private static byte[] damaged(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    int changes = 1 + random.nextInt(4);
    for (int n = 0; n < changes; n++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
        case 2 -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
        case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 20)));
        default -> text.insert(lineStart(text, at), PIECES[random.nextInt(PIECES.length)]);
      }
      if (text.length() == 0) {
        text.append("---\n");
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static int lineStart(StringBuilder text, int at) {
    return text.lastIndexOf("\n", at) + 1;
  }

  /** How a value may have come in. */
  private enum Way {
    REPLACED,
    REPLACED_AFTER_A_NEW_SPACE,
    ON_A_NEW_LINE;

    String before(String piece) {
      return switch (this) {
        case REPLACED -> piece;
        case REPLACED_AFTER_A_NEW_SPACE -> piece.replaceFirst(" $", "");
        case ON_A_NEW_LINE -> piece.substring(0, piece.lastIndexOf('\n') + 1);
      };
    }

    String after(String piece) {
      return this == ON_A_NEW_LINE ? piece.replaceFirst("^\r?\n", "") : piece;
    }
  }

  /**
   * Independent of how the values were put in: what stands around and between them must be the old
   * text, in its order and from its first to its last byte.
   */
  private static void requireOnlyValuesDiffer(byte[] before, byte[] after) {
    String text = new String(after, StandardCharsets.ISO_8859_1);
    String old = new String(before, StandardCharsets.ISO_8859_1);
    int size = text.indexOf(Long.toString(SIZE));
    int duration = text.indexOf('"' + DURATION + '"');
    assertThat(size).as(text).isPositive();
    assertThat(duration).as(text).isPositive();
    int first = Math.min(size, duration);
    int second = Math.max(size, duration);
    String head = text.substring(0, first);
    String between = text.substring(end(text, first), second);
    String tail = text.substring(end(text, second));
    boolean explained =
        Arrays.stream(Way.values())
            .anyMatch(
                one ->
                    Arrays.stream(Way.values())
                        .anyMatch(
                            two ->
                                stands(
                                    old,
                                    one.before(head),
                                    two.before(one.after(between)),
                                    two.after(tail))));
    assertThat(explained).as("%s%n became%n%s", old, text).isTrue();
  }

  private static boolean stands(String old, String head, String between, String tail) {
    int at = old.indexOf(between, head.length());
    return old.startsWith(head)
        && old.endsWith(tail)
        && at >= 0
        && at + between.length() <= old.length() - tail.length();
  }

  private static int end(String text, int value) {
    boolean quoted = text.charAt(value) == '"';
    return value + (quoted ? DURATION.length() + 2 : Long.toString(SIZE).length());
  }
}
