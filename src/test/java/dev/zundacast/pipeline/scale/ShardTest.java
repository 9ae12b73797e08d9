package dev.zundacast.pipeline.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  @TempDir Path folder;

  private List<Path> posts(int count) throws IOException {
    SampleSite site = SampleSite.in(folder);
    Random random = new Random(7);
    for (int number = 1; number <= count; number++) {
      site.post(number, 1 + random.nextInt(5));
    }
    return PostFiles.of(List.of(folder));
  }

  private static List<Shard.Share> shares(List<Path> posts, int count) throws IOException {
    List<Shard.Share> shares = new ArrayList<>();
    for (int index = 1; index <= count; index++) {
      shares.add(new Shard(index, count).of(posts));
    }
    return shares;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8})
  void everyPostIsInOneShareAndSharesAreEven(int count) throws IOException {
    List<Path> posts = posts(200);
    List<Shard.Share> shares = shares(posts, count);
    Stream<Path> divided = shares.stream().flatMap(share -> share.posts().stream());
    assertThat(divided).containsExactlyInAnyOrderElementsOf(posts);
    double mean = shares.stream().mapToDouble(Shard.Share::seconds).sum() / count;
    assertThat(shares)
        .allSatisfy(
            share -> assertThat(Math.abs(share.seconds() - mean)).isLessThanOrEqualTo(0.02 * mean));
  }

  @Test
  void theOrderOfTheListDoesNotMatter() throws IOException {
    List<Path> posts = posts(40);
    List<Shard.Share> shares = shares(posts, 5);
    List<Path> shuffled = new ArrayList<>(posts);
    Collections.shuffle(shuffled, new Random(3));
    assertThat(shares(shuffled, 5)).isEqualTo(shares);
  }

  /** Another shard may have built, and collect written, half of the posts meanwhile. */
  @Test
  void whatBuildsWriteDoesNotMatter() throws IOException {
    List<Path> posts = posts(40);
    List<Shard.Share> shares = shares(posts, 5);
    for (Path post : posts.subList(0, 20)) {
      String text = Files.readString(post);
      Files.writeString(
          post,
          text.replace("audio_file_size: 0", "audio_file_size: 1682196")
              .replace("duration: \"00:00\"", "duration: \"02:13\""));
    }
    Path scripts = Files.createDirectories(folder.resolve("_zundacast/scripts"));
    Files.writeString(scripts.resolve("2026-03-02-1.txt"), "@zundacast 1\n");
    assertThat(shares(posts, 5)).isEqualTo(shares);
  }

  /** Each machine has the site at a place of its own. */
  @Test
  void thePlaceOfTheSiteDoesNotMatter() throws IOException {
    List<Path> posts = posts(20);
    Path copy = Files.createDirectories(folder.resolve("elsewhere").resolve(folder.getFileName()));
    Files.createDirectories(copy.resolve("_posts"));
    Files.copy(folder.resolve("_config.yml"), copy.resolve("_config.yml"));
    for (Path post : posts) {
      Files.copy(post, copy.resolve("_posts").resolve(post.getFileName()));
    }
    assertThat(names(shares(PostFiles.of(List.of(copy)), 3))).isEqualTo(names(shares(posts, 3)));
  }

  private static List<List<String>> names(List<Shard.Share> shares) {
    return shares.stream()
        .map(share -> share.posts().stream().map(it -> it.getFileName().toString()).toList())
        .toList();
  }

  @Test
  void thereMayBeMoreSharesThanPosts() throws IOException {
    assertThat(shares(posts(2), 5)).extracting(it -> it.posts().size()).containsOnly(0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "3", "a/b", "1/0", "-1/3", "1/20000", ""})
  void whatIsNoShardIsRefused(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("I");
  }

  @Test
  void frontMatterIsNotSpokenAndSettingsLimitAnEpisode() throws IOException {
    Path post = posts(1).get(0);
    Shard all = new Shard(1, 1);
    String text = Files.readString(post);
    double seconds = all.of(List.of(post)).seconds();
    Files.writeString(post, text.replaceFirst("title: .*", "title: " + "長い題名".repeat(50)));
    assertThat(all.of(List.of(post)).seconds()).isEqualTo(seconds);
    Files.writeString(post, text + "豆".repeat(100_000));
    assertThat(all.of(List.of(post)).seconds()).isEqualTo(480);
  }
}
