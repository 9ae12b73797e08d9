package dev.zundacast.episode;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One article of a post, with its number and the line of its title, from 1. {@code name} is the
 * title without the name of its site, where blanks set that apart; {@code image} the address of its
 * first picture, as it is once Liquid is done, and {@code comment} the host's own word on it, each
 * "" for none.
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
