package dev.zundacast.cli;

import dev.zundacast.audio.mp3.JnaLibrary;
import dev.zundacast.audio.mp3.SegmentEncoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Does what the daily commands do, on a post and in folders of its own that it takes away again, so
 * that the launcher can keep the classes that they load in an archive; says nothing.
 */
final class WarmUp implements Callable<Integer> {
  private static final String TEXT = "VS CodeでJSONを3分の1に、これはね。\nChatGPT\nXylophia\n";

  private static final String POST =
      """
      ---
      actor_ids:
        - ずんだもん
      audio_file_path: /audio/a.mp3
      audio_file_size: 0
      date: 2026-01-05 05:00:00 +0900
      description: '枝豆&amp;豆'
      duration: "00:00"
      layout: article
      title: 試しの番組 1
      ---
      ## 関連リンク
      - [Markdown & 枝豆](https://example.com/a)\s\s
      **枝豆**を3.5kg[買い](https://example.com)ました。`code`です。<b>太字</b>でしょう。
      - Xylophiaは増えますが、減りません。
      引用元: https://example.com/a
      """;

  private final Terminal terminal;

  WarmUp(Terminal terminal) {
    this.terminal = terminal;
  }

  CommandSpec spec() {
    CommandSpec spec = Specs.of(this, "warm-up", List.of());
    spec.usageMessage().hidden(true);
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    String natives = System.getProperty("jna.boot.library.path");
    if (natives != null) {
      JnaLibrary.unpack(Path.of(natives));
    }
    run("", "--help");
    run("", "build", "--help");
    run(TEXT, "read");
    run(TEXT, "read", "--style", "nanoda");
    Path folder = Files.createTempDirectory("zundacast-warm-up");
    try (HummingEngine engine = HummingEngine.start()) {
      build(folder, engine.url());
    } finally {
      remove(folder);
    }
    return ExitCode.DONE.code();
  }

  private void build(Path folder, String engine) throws IOException {
    Path post = folder.resolve("site/_posts/2026-01-05-1.md");
    Files.createDirectories(post.getParent());
    Files.writeString(post, POST);
    Files.writeString(folder.resolve("site/_config.yml"), "title: 試しの番組\ncover: /cover.png\n");
    BufferedImage cover = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(cover, "png", folder.resolve("site/cover.png").toFile());
    List<String> places =
        List.of("--out", folder.resolve("out").toString(), "--scripts", folder.toString());
    List<String> speaking = new ArrayList<>(places);
    speaking.addAll(List.of("--engine", engine));
    run("", with(speaking, "build", post.toString()));
    // Which encoder will be asked for is not known now.
    for (SegmentEncoder.Choice encoder :
        List.of(SegmentEncoder.Choice.AUTO, SegmentEncoder.Choice.JUMP3R)) {
      Map<String, String> choice =
          Map.of("ZUNDACAST_ENCODER", encoder.name().toLowerCase(Locale.ROOT));
      run("", choice, with(speaking, "regenerate", post.toString(), "a1.01", "--text", "豆は緑なのだ。"));
    }
    run("", with(places, "fill", post.toString(), "--all"));
    run("", with(places, "check", post.toString()));
  }

  private static String[] with(List<String> options, String... command) {
    return Stream.concat(Stream.of(command), options.stream()).toArray(String[]::new);
  }

  private void run(String input, String... args) {
    run(input, Map.of(), args);
  }

  private void run(String input, Map<String, String> more, String... args) {
    PrintStream nothing =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    // Nobody's engine is asked for anything but the one that hums.
    Map<String, String> env = new HashMap<>(terminal.env());
    env.remove("ZUNDACAST_ENGINE");
    env.putAll(more);
    Terminal quiet =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            nothing,
            nothing,
            env,
            terminal.folder(),
            false);
    Main.run(quiet, args);
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
