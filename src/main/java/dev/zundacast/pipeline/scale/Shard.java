package dev.zundacast.pipeline.scale;

import dev.zundacast.episode.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several machines' shares of the same posts.
 *
 * @param index from 1
 * @param count how many shares there are
 */
public record Shard(int index, int count) {
  /** Slurm and AWS Batch take arrays of at most 10,000 tasks. */
  private static final int MOST = 10_000;

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  public Shard {
    if (count < 1 || count > MOST || index < 1 || index > count) {
      throw Problem.of(
          Problem.Kind.USAGE,
          "there is no shard "
              + index
              + "/"
              + count
              + "; expected I/N with 1 <= I <= N <= "
              + MOST);
    }
  }

  /** Reads {@code 3/8}, the third of eight. */
  public static Shard parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw Problem.of(
          Problem.Kind.USAGE, "shard '" + text + "': expected I/N like 3/8, the third of eight");
    }
    return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
