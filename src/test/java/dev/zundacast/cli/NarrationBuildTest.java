package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build takes the narration and fills the slides that the settings name. */
class NarrationBuildTest {
  @TempDir Path folder;

  private static Shell.Result build(Shell shell, Path post, TestEngine engine) throws IOException {
    return shell.run("build", post.toString(), "--engine", engine.url(), "--allow-odd-length");
  }

  @Test
  void takesANewNarrationAndFillsTheSlides() throws Exception {
    SampleSite site = SampleSite.in(folder);
    Path post = site.post(1, 1);
    String name = String.valueOf(post.getFileName()).replace(".md", "");
    Files.writeString(
        site.root().resolve("zundacast.yaml"),
        "narrations: said/{post}.txt\nslides: said/{post}.json\n");
    Path said = Files.createDirectories(site.root().resolve("said"));
    Path narration = said.resolve(name + ".txt");
    Path slides = said.resolve(name + ".json");
    Files.writeString(narration, "## opening\nやあ、みんな。\n## a1\n豆わ緑なのだ。\n## ending\nまたね。\n");
    Files.writeString(
        slides,
        "[{\"notes\": \"やあ、みんな。\", \"start_ms\": 0, \"end_ms\": 0},\n"
            + " {\"notes\": \"豆わ緑なのだ。またね。\", \"start_ms\": 0, \"end_ms\": 0}]\n");
    Shell shell = new Shell(folder).env("ZUNDACAST_HOME", Path.of("").toAbsolutePath().toString());
    try (TestEngine engine = TestEngine.with().start()) {
      Shell.Result first = build(shell, post, engine);
      assertThat(first.code()).as(first.err()).isZero();
      assertThat(Files.readString(slides))
          .matches(
              "\\[\\{\"notes\": \"やあ、みんな。\", \"start_ms\": 0, \"end_ms\": ([1-9]\\d+)},\n"
                  + " \\{\"notes\": \"豆わ緑なのだ。またね。\", \"start_ms\": \\1, \"end_ms\": [1-9]\\d+}]\n");
      String filled = Files.readString(slides);
      Files.writeString(slides, filled.replaceAll("_ms\": \\d+", "_ms\": 0"));
      assertThat(build(shell, post, engine).out()).contains("up to date");
      assertThat(slides).as("slides that came later").hasContent(filled);
      Files.writeString(slides, filled.replaceAll("_ms\": \\d+", "_ms\": 0"));
      assertThat(shell.run("fill", post.toString(), "--dry-run").out()).contains("times of its");
      assertThat(slides).as("of a dry run").content().doesNotContain("_ms\": 1");
      assertThat(shell.run("fill", post.toString()).out()).contains(name + ".json  times of its");
      assertThat(slides).as("slides that fill times").hasContent(filled);
      Files.writeString(slides, filled.replaceAll("_ms\": \\d+", "_ms\": 0"));
      Path other = site.post(2, 1);
      Files.copy(site.root().resolve("audio/そらまめ_1.mp3"), site.root().resolve("audio/そらまめ_2.mp3"));
      Files.writeString(
          other, Files.readString(other).replaceFirst("(?s)(\n---\n).*", "$1nothing\n"));
      Shell.Result both = shell.run("fill", post.getParent().toString(), "--all");
      assertThat(both.code()).as(both.err()).isZero();
      assertThat(slides).as("slides beside a post without articles").hasContent(filled);
      Files.writeString(narration, Files.readString(narration).replace("緑", "青"));
      assertThat(build(shell, post, engine).out()).doesNotContain("up to date");
      Shell.Result script = shell.run("script", post.toString());
      assertThat(script.out()).contains("up to date");
    }
  }

  @Test
  void namesAPlaceholderThatIsNone() throws IOException {
    SampleSite site = SampleSite.in(folder);
    Path post = site.post(1, 1);
    Path settings = site.root().resolve("zundacast.yaml");
    Files.writeString(settings, "narrations: said/{pots}.txt\nslides: said/{title}.json\n");
    Shell shell = new Shell(folder).env("ZUNDACAST_HOME", Path.of("").toAbsolutePath().toString());
    Shell.Result refused = shell.run("script", post.toString());
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .contains("zundacast.yaml:1", "unknown {pots}; known: {audio}, {date}, {post}")
        .contains("did you mean '{post}'?", "zundacast.yaml:2", "unknown {title}; known:");
    assertThat(site.root().resolve("_zundacast/scripts")).doesNotExist();
  }

  @Test
  void readsTheSlidesBeforeAWordIsSpoken() throws Exception {
    SampleSite site = SampleSite.in(folder);
    Path post = site.post(1, 1);
    Files.writeString(site.root().resolve("zundacast.yaml"), "slides: slides.json\n");
    Files.writeString(site.root().resolve("slides.json"), "# 1枚目\n");
    String before = Files.readString(post);
    Shell shell = new Shell(folder).env("ZUNDACAST_HOME", Path.of("").toAbsolutePath().toString());
    try (TestEngine engine = TestEngine.with().start()) {
      Shell.Result refused = build(shell, post, engine);
      assertThat(refused.code()).isEqualTo(4);
      assertThat(refused.err()).contains("slides.json:1: no JSON: ", "or take the file away");
      assertThat(post).hasContent(before);
      assertThat(site.root().resolve("_zundacast/clips")).doesNotExist();
    }
  }

  @Test
  void tellsWhatIsWrongInANarrationThatItTakes() throws Exception {
    SampleSite site = SampleSite.in(folder);
    Path post = site.post(1, 1);
    Files.writeString(site.root().resolve("zundacast.yaml"), "narrations: n.txt\n");
    Files.writeString(
        site.root().resolve("n.txt"), "## opening\nやあ。\n## a1\n豆は35万円なのだ。\n## ending\nまたね。\n");
    Shell shell = new Shell(folder).env("ZUNDACAST_HOME", Path.of("").toAbsolutePath().toString());
    String finding = "  the number 35万円 is not in the article\n      豆は35万円なのだ。\n";
    assertThat(shell.run("script", post.toString(), "--dry-run").out()).contains(finding);
    try (TestEngine engine = TestEngine.with().start()) {
      assertThat(build(shell, post, engine).out()).contains(finding);
      assertThat(build(shell, post, engine).out()).doesNotContain("35万円");
    }
  }
}
