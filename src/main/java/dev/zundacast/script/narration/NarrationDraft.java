package dev.zundacast.script.narration;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Section;
import dev.zundacast.script.merge.ScriptDraft;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import dev.zundacast.script.merge.ScriptDraft.Role;
import dev.zundacast.script.merge.ScriptDraft.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A narration and the post that it is about to the draft of a script: its pieces become the
 * opening, the post's articles, and what follows them. Lives for one call.
 */
public final class NarrationDraft {
  private static final Pattern RECAP = Pattern.compile("おさらい|(?:今日|きょう|本日|今回).*(?:振り返|ふりかえ|まとめ)");
  private static final Pattern LETTERS = Pattern.compile("感想|かんそう|お便り|おたより|募集|ぼしゅう");
  private static final Pattern TITLE = Pattern.compile("タイトル|たいとる|題し");

  /** An article's title is told within its first lines. */
  private static final int TITLE_WITHIN = 3;

  private final Post post;
  private final Map<String, List<Said>> chapters = new LinkedHashMap<>();
  private final Map<String, Chapter> heads = new LinkedHashMap<>();
  private int articles;

  /**
   * @param post what the narration is about
   */
  public NarrationDraft(Post post) {
    this.post = post;
  }

  /** The draft that says the narration. */
  public ScriptDraft build(Narration narration) {
    for (List<String> piece : split(narration, post.articles().size())) {
      place(piece);
    }
    List<Chapter> result = new ArrayList<>();
    heads.forEach(
        (key, head) ->
            result.add(
                new Chapter(
                    head.kind(),
                    head.title(),
                    head.source(),
                    chapters.getOrDefault(key, List.of()),
                    List.of())));
    return new ScriptDraft(result);
  }

  /** The narration's pieces, split again where the next article is announced. */
  private static List<List<String>> split(Narration narration, int articles) {
    List<List<String>> pieces = new ArrayList<>();
    int next = 1;
    for (List<String> piece : narration.pieces()) {
      List<String> current = new ArrayList<>();
      for (String line : piece) {
        boolean opens = Narration.ordinal(line) == next;
        boolean ends = !opens && next > articles && RECAP.matcher(line).find();
        if ((opens || ends) && !current.isEmpty()) {
          pieces.add(current);
          current = new ArrayList<>();
        }
        next += opens ? 1 : 0;
        current.add(line);
      }
      pieces.add(current);
    }
    return pieces;
  }

  private void place(List<String> piece) {
    int ordinal = piece.stream().limit(2).mapToInt(Narration::ordinal).max().orElse(0);
    boolean more = articles < post.articles().size() && !ends();
    if (more && ordinal == articles + 1) {
      article(piece);
    } else if (chapters.isEmpty()) {
      add(Section.Kind.OPENING, piece);
    } else if (more && !RECAP.matcher(piece.get(0)).find()) {
      article(piece);
    } else {
      ending(piece);
    }
  }

  /** Whether the part behind the articles has begun. */
  private boolean ends() {
    return heads.values().stream()
        .map(Chapter::kind)
        .anyMatch(kind -> kind != Section.Kind.OPENING && kind != Section.Kind.ARTICLE);
  }

  private void article(List<String> piece) {
    Article article = post.articles().get(articles++);
    String key = "a" + articles;
    heads.put(
        key,
        new Chapter(Section.Kind.ARTICLE, article.title(), article.url(), List.of(), List.of()));
    List<Said> lines = new ArrayList<>();
    boolean announced = false;
    for (String text : piece) {
      boolean title = !announced && lines.size() < TITLE_WITHIN && isTitle(text, article);
      announced |= title;
      lines.add(new Said(text, text, "", title ? Role.TITLE : Role.TEXT, 0, List.of()));
    }
    chapters.put(key, lines);
  }

  private static boolean isTitle(String text, Article article) {
    return TITLE.matcher(text).find() || text.contains(article.title());
  }

  /** What follows the articles: a recap, a call for letters, a goodbye. */
  private void ending(List<String> piece) {
    for (String line : piece) {
      add(endingOf(line), List.of(line));
    }
  }

  private Section.Kind endingOf(String line) {
    if (heads.containsKey("closing")) {
      return Section.Kind.CLOSING;
    }
    if (LETTERS.matcher(line).find()) {
      return Section.Kind.LETTERS;
    }
    if (heads.containsKey("letters")) {
      return Section.Kind.CLOSING;
    }
    boolean recap = heads.containsKey("recap") || RECAP.matcher(line).find();
    return recap ? Section.Kind.RECAP : Section.Kind.CLOSING;
  }

  private void add(Section.Kind kind, List<String> lines) {
    heads.putIfAbsent(
        kind.word(), new Chapter(kind, TITLES.getOrDefault(kind, ""), "", List.of(), List.of()));
    List<Said> chapter = chapters.computeIfAbsent(kind.word(), word -> new ArrayList<>());
    lines.forEach(text -> chapter.add(new Said(text, text, "", Role.TEXT, 0, List.of())));
  }

  private static final Map<Section.Kind, String> TITLES =
      Map.of(
          Section.Kind.OPENING, "オープニング",
          Section.Kind.RECAP, "おさらい",
          Section.Kind.LETTERS, "お便り募集",
          Section.Kind.CLOSING, "エンディング");
}
