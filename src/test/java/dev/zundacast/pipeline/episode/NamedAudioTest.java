package dev.zundacast.pipeline.episode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.episode.Target.NamedAudio;
import dev.zundacast.post.Shows;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedAudioTest {
  @TempDir Path folder;

  /** A build of each of ten thousand posts must not read ten thousand posts. */
  @Test
  void postsAreReadOnceForAllBuilds() throws IOException {
    SampleSite site = SampleSite.in(folder);
    Path first = site.post(1, 1);
    site.post(2, 1);
    Files.writeString(folder.resolve("_posts/2026-03-04-3.md"), "no front matter");
    Show show = Shows.find(first, Optional.empty());
    NamedAudio named = new NamedAudio();
    Map<String, List<Path>> all = named.in(folder.resolve("_posts"), show);
    assertThat(all).hasSize(2);
    assertThat(all.get(folder.resolve("audio/そらまめ_1.mp3").toString())).containsExactly(first);
    assertThat(named.in(folder.resolve("_posts"), show)).isSameAs(all);
  }

  @Test
  void anAddressIsNoFileOfTheSite() throws IOException {
    Path post = SampleSite.in(folder).post(1, 1);
    String address = "https://example.com/a/1.mp3";
    String text = Files.readString(post);
    Files.writeString(
        post, text.replaceFirst("audio_file_path: .*", "audio_file_path: " + address));
    assertThat(NamedAudio.of(post, Shows.find(post, Optional.empty()))).contains(address);
  }
}
