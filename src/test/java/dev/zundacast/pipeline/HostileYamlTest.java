package dev.zundacast.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Problem;
import dev.zundacast.post.Shows;
import dev.zundacast.voice.VoiceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings, voice files and a site's configuration that are made to exhaust who reads them. */
class HostileYamlTest {
  @TempDir Path folder;

  /** The files that are YAML as a whole, each with its reader. */
  private enum Reader {
    SETTINGS(Settings.NAME) {
      @Override
      Object read(Path folder) throws IOException {
        return Settings.of(folder);
      }
    },
    VOICE("zundamon.yaml") {
      @Override
      Object read(Path folder) throws IOException {
        return VoiceFiles.load(List.of(folder));
      }
    },
    SITE("_config.yml") {
      @Override
      Object read(Path folder) throws IOException {
        return Shows.find(folder.resolve("_posts/2026-03-18-1.md"), Optional.empty());
      }
    };

    private final String file;

    Reader(String file) {
      this.file = file;
    }

    abstract Object read(Path folder) throws IOException;
  }

  private static String bomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 200; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }
    return bomb.toString();
  }

  static Stream<Arguments> hostile() {
    List<String> texts =
        List.of(
            "a: " + "[".repeat(100_000),
            "- ".repeat(100_000),
            "{a: ".repeat(100_000),
            bomb(),
            "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]\n",
            "a: b\n".repeat(300_000));
    List<Arguments> all = new ArrayList<>();
    for (Reader reader : Reader.values()) {
      for (int i = 0; i < texts.size(); i++) {
        all.add(Arguments.of(reader, i, texts.get(i)));
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("hostile")
  @Timeout(20)
  void isRefusedSoon(Reader reader, int number, String text) throws IOException {
    Files.writeString(folder.resolve(reader.file), text);
    assertThatThrownBy(() -> reader.read(folder))
        .as(text.substring(0, 5))
        .isInstanceOf(Problem.class);
  }
}
