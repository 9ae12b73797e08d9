package dev.zundacast.episode;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One article of a post.
 *
 * @param number 1 for the first article of the post
 * @param title on one line, without Markdown marks
 * @param name the title without the name of its site, where blanks set that apart
 * @param url the article's address
 * @param line line of the article's title in the post, from 1
 * @param image address of the article's first picture, as it is once Liquid is done, "" when it has
 *     none
 * @param blocks the summary's parts in their order
 * @param comment the host's own word on it in the post's front matter, "" for none
 */
public record Article(
    int number,
    String title,
    String name,
    String url,
    int line,
    String image,
    List<Block> blocks,
    String comment) {

  public Article {
    blocks = List.copyOf(blocks);
  }

  /** The text of all its blocks, a row each. */
  public String text() {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
  }
}
