package dev.zundacast.cli.terminal;

import dev.zundacast.message.Message;
import dev.zundacast.pipeline.PostFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns many rows about posts into few: the newest posts first, and one row for each cause. */
public final class Causes {
  /** What differs between two posts that have the same trouble: names of files, and figures. */
  private static final Pattern OWN = Pattern.compile("[^\\s'\"]+\\.(?:mp3|md|txt)|\\d+");

  /** So many of a cause are still read one by one. */
  private static final int FEW = 3;

  private Causes() {}

  /** A row that stands for so many others of the same cause. */
  public record Row<T>(T shown, int others) {
    /** " (and 273 more posts)", or nothing. */
    public Message more() {
      return others == 0 ? Message.NONE : Message.of("cli.morePosts", others);
    }
  }

  /** The rows to show, by their posts and by what they say but for names and figures. */
  public static <T> List<Row<T>> of(
      List<T> rows, Function<T, Path> post, Function<T, String> cause) {
    Map<String, List<T>> byCause =
        rows.stream()
            .sorted(Comparator.comparing((T row) -> PostFiles.day(post.apply(row))).reversed())
            .collect(
                Collectors.groupingBy(
                    row -> OWN.matcher(cause.apply(row)).replaceAll("#"),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Row<T>> shown = new ArrayList<>();
    for (List<T> same : byCause.values()) {
      long posts = same.stream().map(post).distinct().count();
      if (posts > FEW) {
        shown.add(new Row<>(same.get(0), (int) posts - 1));
      } else {
        same.forEach(row -> shown.add(new Row<>(row, 0)));
      }
    }
    shown.sort(
        Comparator.comparing((Row<T> row) -> PostFiles.day(post.apply(row.shown()))).reversed());
    return shown;
  }
}
