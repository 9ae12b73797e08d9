package dev.zundacast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Posts a second that become scripts by the launcher, over copies of the posts of a folder: {@code
 * mvn test -Dtest=ScriptBench -Dbench.posts=FOLDER}.
 */
class ScriptBench {
  private static final Path POSTS =
      Path.of(System.getProperty("bench.posts", "examples/site/_posts"));

  /** As many as a show has after two and a half years of weekdays. */
  private static final int MANY = 549;

  private static final int ROUNDS = 5;

  @TempDir Path folder;

  @Test
  void aSiteAndOnePost() throws Exception {
    measured(MANY);
    measured(1);
  }

  private void measured(int posts) throws Exception {
    Path site = site(posts);
    Costs costs = new Costs(folder);
    int[] round = {0};
    Costs.Cost cost = Costs.median(ROUNDS, () -> costs.of(command(site, round[0]++)));
    System.out.printf(
        Locale.ROOT,
        "  %4d posts %7.2f s  cpu %7.2f s  %6.1f a second  %4d MiB%n",
        posts,
        cost.wall(),
        cost.cpu(),
        posts / cost.wall(),
        cost.mebibytes());
  }

  private Path site(int posts) throws IOException {
    Path site = folder.resolve("site-" + posts);
    Path copies = Files.createDirectories(site.resolve("_posts"));
    Files.writeString(site.resolve("_config.yml"), "title: Bench\n");
    List<Path> sources;
    try (Stream<Path> all = Files.list(POSTS)) {
      sources = all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
    for (int i = 0; i < posts; i++) {
      Path source = sources.get(i % sources.size());
      String name = source.getFileName().toString().replace(".md", "-copy" + i + ".md");
      Files.copy(source, copies.resolve(name));
    }
    return site;
  }

  private static List<String> command(Path site, int round) {
    return List.of(
        Path.of("zundacast").toAbsolutePath().toString(),
        "script",
        site.toString(),
        "--scripts",
        site.resolve("scripts-" + round).toString(),
        "--out",
        site.resolve("out-" + round).toString());
  }
}
