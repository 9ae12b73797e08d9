package dev.zundacast.script.outline;

import dev.zundacast.script.outline.Point.Kind;
import dev.zundacast.script.speech.ForTheEar;
import dev.zundacast.script.speech.ForTheEar.Reworded;
import dev.zundacast.words.Search;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Collects the points of one article, each with its paragraph, unit and own source. */
final class PointList {
  /**
   * An example that a note only named: it would stand between a sentence and what follows from it.
   */
  private static final Pattern MERE_EXAMPLE = Pattern.compile("^たとえば、[^がをは]{1,40}です。$");

  /** What any article could say of itself, cut from what this one says. */
  private static final Search SELF_PRAISE =
      Search.of("^(?:そのため、)?[^はがを、]{0,20}(?:理解し|分かり|わかり|読み)やすい内容(?:に|と)なっています。$");

  private static final Search EXPLAINS = Search.of("^[^、。]{2,30}とは、[^。]*ことです。$");

  private static final Search TOLD = Search.of("(?:ました|でした)。$");
  private static final Search FOUND = Search.of("^(?:その)?結果、");

  /** It goes on, or is still to come. */
  private static final Search NOW = Search.of("現在|いま|今|毎|予定|来[週月年春夏秋冬]");

  private static final Search BARE_DEED =
      Search.of(
          "(を(?!示唆|指摘|紹介|解説|説明|強調|期待|推奨|提供|対象|中心|募集|前提|目標|理由)\\p{IsHan}{2}"
              + "|と(?:判明|発表|予測|定義|命名|判断|決定)|に(?:基づき|応じて|合わせて)(?:作成|設定|調整|変更|決定)|も(?:生成|作成|追加|公開|用意|準備|開発|販売|導入))。$");

  private static final Search FOLLOWS =
      Search.of(
          "^(?:すると|でも|しかし|だが|そこで|そのため|だから|これ|それ|この|その|また、|さらに|ただ|一方|そして|同時に|具体的には|たとえば|例えば|結果)");

  private final ForTheEar ear;
  private final List<Point> points = new ArrayList<>();
  private final Map<String, Integer> sources = new HashMap<>();
  private int paragraph;
  private int unit;
  private int item;

  PointList(ForTheEar ear) {
    this.ear = ear;
  }

  List<Point> all() {
    removeInterruptions();
    return List.copyOf(points);
  }

  /**
   * What a note in brackets explains goes where the next sentence follows from the one that has the
   * note: 「箱を渡します。箱とは…。すると」 would not be heard as one thought.
   */
  private void removeInterruptions() {
    // At the beginning of an article the word has to be explained.
    for (int i = points.size() - 2; i > 1; i--) {
      Point point = points.get(i);
      if (point.unit() == points.get(i - 1).unit()
          && EXPLAINS.in(point.text())
          && point.rules().contains("note term")
          && FOLLOWS.in(points.get(i + 1).text())) {
        points.remove(i);
      }
    }
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  int size() {
    return points.size();
  }

  Point get(int index) {
    return points.get(index);
  }

  Point remove(int index) {
    return points.remove(index);
  }

  /** Has what leads to nothing but a heading that leads itself be left out. */
  void unannounce(Search lead) {
    int last = points.size() - 1;
    if (last >= 0 && points.get(last).kind() == Kind.SENTENCE && lead.in(points.get(last).text())) {
      Point gone = points.remove(last);
      silent(gone.source(), "heading list");
    }
  }

  void newParagraph() {
    paragraph++;
  }

  /** The unit of the last points. */
  int unit() {
    return unit;
  }

  /** A unit of its own for what comes next. */
  int newUnit() {
    return ++unit;
  }

  /** Has the next unit be this one, unless it is used already. */
  void countFrom(int first) {
    unit = Math.max(unit, first - 1);
  }

  /** Whether the sentence begins with a word that joins it to the one before. */
  boolean isConnected(String sentence) {
    return ear.isConnected(sentence);
  }

  void newItem() {
    item++;
  }

  void sentence(String source, String text, int own, int needs) {
    sentence(source, text, own, needs, "");
  }

  /**
   * A written sentence as it is heard: one point or several.
   *
   * @param alone what is said when the rest of the list is not, "" where that makes no sense
   */
  void sentence(String source, String text, int own, int needs, String alone) {
    Reworded reworded = ear.hear(inPast(text));
    if (reworded.texts().isEmpty()) {
      silent(source, String.join(", ", reworded.rules()));
    }
    List<String> without = alone.isEmpty() ? List.of() : ear.hear(alone).texts();
    for (int i = 0; i < reworded.texts().size(); i++) {
      String piece = reworded.texts().get(i);
      if (i > 0 && SELF_PRAISE.in(piece)) {
        silent(piece, "meta-more");
        continue;
      }
      if (i > 0 && MERE_EXAMPLE.matcher(piece).matches()) {
        continue;
      }
      points.add(
          new Point(
              unique(i == 0 ? source : source + "\n" + i),
              piece,
              Kind.SENTENCE,
              paragraph,
              own,
              needs,
              alone.isEmpty() ? -1 : item,
              i < without.size() ? without.get(i) : "",
              reworded.once(),
              reworded.rules(piece)));
    }
  }

  /** What was done, in a story that tells of what was done: 水を用意。 behind 出展しました。 */
  private String inPast(String text) {
    boolean past = FOUND.in(text) || isStory();
    return past && !NOW.in(text) ? BARE_DEED.replaceFirst(text, "$1しました。") : text;
  }

  /** Whether the last sentence of this paragraph tells what was done. */
  private boolean isStory() {
    return points.stream()
        .skip(Math.max(0, points.size() - 1))
        .anyMatch(
            it -> it.kind() == Kind.SENTENCE && it.paragraph() == paragraph && TOLD.in(it.text()));
  }

  /** Something that is not for the ear. */
  void silent(String source, String rule) {
    points.add(
        new Point(
            unique(source), source, Kind.SILENT, paragraph, ++unit, -1, -1, "", "", List.of(rule)));
  }

  /** A point that is said as it is. */
  void add(String source, String text, Kind kind, int own, int needs, String rule) {
    points.add(
        new Point(unique(source), text, kind, paragraph, own, needs, -1, "", "", List.of(rule)));
  }

  private String unique(String source) {
    int nth = sources.merge(source, 1, Integer::sum);
    return nth == 1 ? source : source + "\n#" + nth;
  }
}
