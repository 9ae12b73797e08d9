package dev.zundacast.script.outline;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.script.outline.Node.Head;
import dev.zundacast.script.outline.Node.Item;
import dev.zundacast.script.outline.Node.Items;
import dev.zundacast.script.outline.Node.Text;
import dev.zundacast.script.outline.Point.Kind;
import dev.zundacast.script.speech.ForTheEar;
import dev.zundacast.script.speech.Headings;
import dev.zundacast.script.speech.Sentences;
import dev.zundacast.words.Search;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * An article's blocks to the points that a speaker can make of them: sentences for the ear,
 * headings as what leads to the next sentence, lists as sentences that count. Lives for one call.
 */
public final class Outline {
  /** A sentence that leads to a list. */
  private static final Search ANNOUNCES =
      Search.of(
          "以下|次の|\\d+\\s?(?:つ|点|種類|段階|ステップ|項目|要素|層|系統|タイプ|カテゴリ|フェーズ|パターン|グループ|分野|領域)|[：:]\\s*$");

  /** Whoever reads 木の時計を自作。 as a sentence has made it. */
  private static final Search BY_NOBODY =
      Search.of("^([^はがも「」。]{4,60}を(?:自作|制作|製作|作成|開発|購入|投稿|再現|検証|体験|改造|調査|比較))(?:(?:し|しまし)た)?。$");

  /** 「裏側では、」 above a list: the words do not end, so they lead to it. */
  private static final Search OPEN = Search.of("は[、，]\\s*$");

  /** 「箱には、」 above a list. */
  private static final Search THINGS = Search.of("(?<!的|際|さら|他|ほか)には[、，]\\s*$");

  /** 「工房は対策として、」 above a list, which the row below it ends. */
  private static final Search OPEN_AS =
      Search.of("^.*?([\\p{IsHan}\\p{IsKatakana}ー]{2,12})として[、，]\\s*$");

  /** A row of signs that says nothing in any language. */
  private static final Search CODE =
      Search.of("^(?=[\\x20-\\x7E｜]+$)(?:[^\\\\^$(){}\\[\\]=<>|*;]*[\\\\^$(){}\\[\\]=<>|*;]){4}");

  /** Who asks and who answers is heard. */
  private static final Search Q_AND_A = Search.of("^[QAＱＡ]\\d{0,2}\\s?[：:．.]\\s*(?=.*[ぁ-ん])");

  private static final Search WHAT_IS = Search.of("とは(?:何.{0,6})?[？?]?\\s*$");

  /** A longer sentence is mostly left out. */
  private static final int AN_ANSWER = 84;

  private static final Search THUS = Search.of("は、こうです。$");

  /** An item that tells what is done with something: its noun becomes a verb. */
  private static final Search DEED = Search.of("を[^、。「」]{0,12}[\\p{IsHan}\\p{IsKatakana}ー]{2,}$");

  /** A list of names is one sentence up to here. */
  private static final int SHORT_ITEM = 15;

  /** Articles lead to their parts in words of their own: each begins elsewhere in the table. */
  private static final int LEADS = 997;

  private static final Search POLITE = Search.of("(?:ます|です|ました|ません|ください)$");

  private static final int A_NAME = 24;

  private static final int JOINED = 6;

  /** What an item's name is explained with in brackets. */
  private static final Search NOTE = Search.of("(?<=[^（(])[（(][^（）()]*[）)]$");

  /** 板と釘を用意。: a step is done, which it is not yet. */
  private static final Search PREPARED = Search.of("(?<=を)(用意|準備|配置|設置)。$");

  /** What an item is, and not that there is such a thing. */
  private static final Search OR_SO = Search.of("など(?:があります)?。$");

  private static final String FIRST_OF_ALL = "まずは、";
  private static final String COUNTED = "つ目";

  /** What is done one after the other. */
  private static final Search IN_ORDER =
      Search.of("手順|ステップ|流れ|段階|工程|プロセス|方法|やり方|使い方|始め方|作り方|フロー|順[番に]|ように|こうです");

  private static final List<String> STEPS = List.of("まず、", "次に、", "そして、", "それから、", "続いて、", "さらに、");
  private static final List<String> NAMES = List.of("まずは、", "次は、", "続いては、", "その次は、");

  private final Headings headings;
  private final List<Node> nodes;
  private final PointList points;
  private final SentenceMarks marks;
  private int leads;

  /** Whether a heading stands above. */
  private boolean headed;

  private boolean announced;

  /** Whether a list follows the text. */
  private boolean beforeList;

  /** Whether the items of the list are counted. */
  private boolean counted;

  /** Whether an item of the list is a sentence. */
  private boolean told;

  /** Whether what leads to the list counts things, and no steps. */
  private boolean named;

  /** Whether each item of the list is one plain sentence with a full stop: 油を差す。 */
  private boolean hints;

  /** Whether what leads to the list tells of steps. */
  private boolean ordered;

  /** Whether each item of the list is what its sentence is about. */
  private boolean topical;

  /** The unit of what is said first below a question: what lists below it are about; or -1. */
  private int answer = -1;

  /** Whether the heading above asks, and nothing answers yet. */
  private boolean asked;

  private Outline(List<Block> blocks, ForTheEar ear, Headings headings) {
    this.nodes = LabelledRows.listed(Node.of(blocks), headings);
    this.points = new PointList(ear);
    this.marks = new SentenceMarks(headings);
    this.headings = headings;
  }

  /** All points of an article in its order. */
  public static List<Point> of(Article article, ForTheEar ear, Headings headings) {
    Outline outline = new Outline(article.blocks(), ear, headings);
    outline.leads = Math.floorMod(article.title().hashCode(), LEADS);
    for (int i = 0; i < outline.nodes.size(); i++) {
      outline.node(i);
    }
    return outline.points.all();
  }

  private void node(int index) {
    Node node = nodes.get(index);
    if (node instanceof Head head) {
      head(head.text(), index);
    } else if (node instanceof Items items) {
      items(items, index);
    } else if (node instanceof Text text) {
      boolean led = index > 0 && nodes.get(index - 1) instanceof Head;
      if (!led && !points.isEmpty()) {
        points.newParagraph();
      }
      answer = asked ? points.unit() + 1 : answer;
      asked = false;
      beforeList = index + 1 < nodes.size() && nodes.get(index + 1) instanceof Items;
      text(text.block(), points.unit() + 1, -1);
      beforeList = false;
    }
  }

  private void head(String text, int index) {
    if (!points.isEmpty()) {
      points.newParagraph();
    }
    Optional<Node> next =
        index + 1 < nodes.size() ? Optional.of(nodes.get(index + 1)) : Optional.empty();
    answer = -1;
    asked = headings.isQuestion(text);
    ordered = IN_ORDER.in(text);
    String bare = headings.bare(text);
    Optional<String> known = headings.known(text);
    if (bare.isEmpty() || next.isEmpty() || next.get() instanceof Head) {
      points.silent(text, "heading alone");
    } else if (known.isPresent() && known.get().isEmpty()) {
      points.silent(text, "headings drop");
    } else if (known.isPresent()) {
      boolean again = headed && known.get().startsWith(FIRST_OF_ALL);
      String said =
          again
              ? known.get().replace("からです。", "です。").replaceFirst(FIRST_OF_ALL, "次は、")
              : known.get();
      points.add(text, said, Kind.HEAD, points.newUnit(), -1, "headings");
    } else if (headings.isQuestion(text) && isAnswered(text, next.get())) {
      points.add(
          text, headings.question(text), Kind.QUESTION, points.newUnit(), -1, "heading question");
    } else if (next.get() instanceof Items list) {
      points.unannounce(THUS);
      points.add(
          text,
          headings.listed(bare, list.items().stream().allMatch(this::isName)),
          Kind.HEAD,
          points.newUnit(),
          -1,
          "heading list");
    } else {
      boolean covered = SentenceMarks.isCovered(bare, next.get());
      points.add(
          text,
          headings.lead(text, leads++, !headed),
          covered ? Kind.COVERED : Kind.HEAD,
          points.newUnit(),
          -1,
          headed ? "headings nth" : "headings first");
    }
    headed = true;
  }

  /** 「…とは」 is asked where the answer is short enough to be said. */
  private static boolean isAnswered(String question, Node below) {
    if (!WHAT_IS.in(question) || !(below instanceof Text text)) {
      return true;
    }
    List<String> sentences = Sentences.split(text.block().text());
    return !sentences.isEmpty() && sentences.get(0).length() <= AN_ANSWER;
  }

  private void text(Block block, int firstUnit, int needs) {
    switch (block.kind()) {
      case CODE ->
          points.add(
              "CODE " + block.text(), block.text(), Kind.CODE, points.newUnit(), needs, "code");
      case IMAGE ->
          points.add(
              "IMAGE " + block.text(), block.text(), Kind.IMAGE, points.newUnit(), needs, "image");
      case QUOTE ->
          Sentences.split(block.text())
              .forEach(it -> points.add(it, it, Kind.QUOTE, points.newUnit(), needs, "quote"));
      case TABLE_ROW ->
          points.sentence(block.text(), SentenceMarks.row(block.text()), points.newUnit(), needs);
      default -> {
        points.countFrom(firstUnit);
        for (String sentence : Sentences.split(block.text())) {
          plain(sentence, needs);
        }
      }
    }
  }

  private void plain(String written, int needs) {
    String asked = Q_AND_A.replaceFirst(written, "");
    String sentence = points.isEmpty() ? BY_NOBODY.replaceFirst(asked, "$1した話です。") : asked;
    Optional<Matcher> labelled = LabelledRows.LABELLED.first(sentence);
    announced = ANNOUNCES.in(sentence);
    ordered = IN_ORDER.in(sentence);
    if (CODE.in(sentence)) {
      points.silent(sentence, "code");
    } else if (beforeList && (OPEN.in(sentence) || OPEN_AS.in(sentence))) {
      announced = true;
      String lead = OPEN_AS.replaceFirst(sentence, "$1は、");
      String what = THINGS.in(sentence) ? "は、次のものがあります。" : "は、こうです。";
      points.add(
          sentence, OPEN.replaceFirst(lead, what), Kind.HEAD, points.newUnit(), needs, "list lead");
    } else if (labelled.isPresent() && !sentence.contains("：「")) {
      labelled(sentence, labelled.get().group(1), labelled.get().group(2), needs);
    } else {
      points.sentence(
          sentence, marks.closed(headings.bare(sentence), sentence), points.newUnit(), needs);
    }
  }

  /** 「目的：速さを上げる」 and the like. */
  private void labelled(String source, String label, String body, int needs) {
    String said = marks.closed(body, body);
    Optional<String> topic = headings.topic(label, said);
    boolean dropped =
        !label.equals("結論") && headings.known(label).filter(String::isEmpty).isPresent();
    points.sentence(source, topic.filter(it -> !dropped).orElse(said), points.newUnit(), needs);
  }

  private void items(Items list, int index) {
    boolean led = index > 0 && nodes.get(index - 1) instanceof Head;
    boolean many = list.items().size() > 1;
    if (many && list.items().stream().allMatch(this::isName)) {
      names(list, led);
      return;
    }
    int intro = intro(led);
    int group = intro >= 0 && many ? points.get(intro).unit() : points.newUnit();
    boolean numbered = list.isNumbered() && (led || list.items().size() > NAMES.size());
    counted = (announced || numbered) && list.items().size() < 10;
    told = many && !list.isNumbered() && list.items().stream().anyMatch(this::isStep);
    named = counted && announced && !ordered;
    hints = list.items().stream().allMatch(Outline::isPlain);
    topical = many && list.items().stream().allMatch(this::hasTopic);
    for (int i = 0; i < list.items().size(); i++) {
      item(list, i, group, many);
      points.newParagraph();
    }
    announced = false;
  }

  /** The point that leads to a list, or -1. */
  private int intro(boolean led) {
    int last = points.size() - 1;
    boolean leads = last >= 0 && (led || announced);
    return leads && points.get(last).kind() != Kind.SILENT ? last : -1;
  }

  private boolean isName(Item item) {
    String name = NOTE.replaceFirst(item.block().text(), "");
    return item.inside().isEmpty()
        && name.length() <= SHORT_ITEM
        && !name.matches(".*[。：:、！？!?].*")
        && !isSentence(name);
  }

  /** A list of names as one sentence. */
  private void names(Items list, boolean led) {
    List<String> names =
        list.items().stream()
            .map(it -> headings.bare(NOTE.replaceFirst(it.block().text(), "")))
            .toList();
    int shown = names.size() > JOINED && !announced ? 3 : names.size();
    String joined = String.join("、", names.subList(0, shown)) + (shown < names.size() ? "など" : "");
    int intro = intro(led);
    String source = String.join("\n", names);
    if (intro >= 0 && THUS.in(points.get(intro).text())) {
      Point lead = points.remove(intro);
      String said = THUS.replaceFirst(lead.text(), "は、") + joined + "です。";
      points.add(lead.source(), said, Kind.SENTENCE, lead.unit(), -1, "list joined");
    } else {
      int group = intro >= 0 ? points.get(intro).unit() : points.newUnit();
      // Bare names say nothing without the sentence above them.
      int needs = intro < 0 && !points.isEmpty() ? points.get(points.size() - 1).unit() : -1;
      String lead = needs >= 0 ? "具体的には、" : "";
      points.add(source, lead + joined + "です。", Kind.SENTENCE, group, needs, "list joined");
    }
    announced = false;
  }

  private void item(Items list, int place, int group, boolean many) {
    Item item = list.items().get(place);
    String text = headings.unnumbered(item.block().text());
    Optional<Matcher> labelled = LabelledRows.LABELLED.first(text);
    String lead = many ? lead(list, place) : "";
    points.newItem();
    if (item.isNamed()) {
      List<String> body = leading(item.inside());
      Optional<String> deed =
          labelled.filter(it -> lead.isEmpty()).flatMap(it -> headings.deed(it.group(2)));
      String name = deed.isPresent() ? labelled.get().group(1) : text;
      named(text, name, Stream.concat(deed.stream(), body.stream()).toList(), lead, group);
      rest(item.inside(), body.isEmpty() ? 0 : 1, group);
    } else if (item.inside().isEmpty() && labelled.isPresent()) {
      Matcher row = labelled.get();
      named(text, row.group(1), Sentences.split(row.group(2)), lead, group);
    } else if (isTold(text) && !isNamedClause(text)) {
      steps(list, place, text, group, many);
      rest(item.inside(), 0, group);
    } else if (hints && isNamedClause(text)) {
      points.sentence(text, lead + withoutStop(text) + "ことです。", group, answer);
    } else {
      points.add(text, said(text, lead), Kind.SENTENCE, group, answer, "list item");
      rest(item.inside(), 0, group);
    }
  }

  private boolean hasTopic(Item item) {
    String text = item.block().text();
    Optional<Matcher> labelled = LabelledRows.LABELLED.first(text);
    if (item.isNamed() && !leading(item.inside()).isEmpty()) {
      String first = leading(item.inside()).get(0);
      return headings.topic(text, marks.closed(first, first)).isPresent();
    }
    return item.inside().isEmpty()
        && labelled
            .flatMap(it -> headings.topic(it.group(1), marks.closed(it.group(2), it.group(2))))
            .isPresent();
  }

  /** The sentences of the paragraph that an item begins with. */
  private static List<String> leading(List<Block> inside) {
    Block first = inside.get(0);
    return first.kind() == Block.Kind.PARAGRAPH ? Sentences.split(first.text()) : List.of();
  }

  private boolean isSentence(String written) {
    String text = NOTE.replaceFirst(written, "");
    return text.contains("。")
        || text.matches(".*[！？!?]$")
        || text.length() > 60
        || headings.isClause(text)
        || POLITE.in(text);
  }

  /** An item that is a noun, or a sentence where others of its list are. */
  private String said(String text, String lead) {
    if (told && !counted) {
      return headings.statement(headings.bare(text));
    }
    String noun = headings.noun(headings.bare(text));
    return lead + noun + (DEED.in(noun) ? "。" : "です。");
  }

  /** One of several that are counted, and no step: 三つの失敗 are what was done, 油を忘れること. */
  private boolean isNamedClause(String text) {
    String clause = withoutStop(NOTE.replaceFirst(text, ""));
    return named
        && clause.indexOf('。') < 0
        && !POLITE.in(clause)
        && headings.isClause(headings.bare(clause));
  }

  private static boolean isPlain(Item item) {
    String text = item.block().text();
    return item.inside().isEmpty()
        && text.indexOf('。') == text.length() - 1
        && DiscourseMarkers.PLAIN_VERB.in(text);
  }

  /** A hint without its full stop, where all of a list are sentences: each is what one does. */
  private String withoutStop(String text) {
    return hints && text.endsWith("。") ? text.substring(0, text.length() - 1) : text;
  }

  /** Whether words without a verb say something, or that something is done. */
  private boolean isSaid(String words) {
    return headings.isStatement(words) || headings.isDone(words);
  }

  /** Whether an item says something: 手入れが簡単 does, and is no name. */
  private boolean isTold(String text) {
    return isSentence(text)
        || headings.isStatement(text)
        || (ordered && headings.isDone(headings.bare(text)));
  }

  private String lead(Items list, int place) {
    boolean last = place == list.items().size() - 1;
    if (counted) {
      return (place + 1) + COUNTED + "は、";
    }
    return last && place > 1 ? "最後は、" : NAMES.get(Math.min(place, NAMES.size() - 1));
  }

  private boolean isStep(Item item) {
    String text = headings.unnumbered(item.block().text());
    boolean labelled = item.inside().isEmpty() && LabelledRows.LABELLED.in(text);
    return !item.isNamed() && !labelled && isTold(text);
  }

  private static String step(Items list, int place) {
    boolean last = place == list.items().size() - 1 && place > 1;
    return last ? "最後に、" : STEPS.get(Math.min(place, STEPS.size() - 1));
  }

  private void steps(Items list, int place, String text, int group, boolean many) {
    List<String> sentences = Sentences.split(text);
    boolean mixed = counted && !list.items().stream().allMatch(this::isStep);
    boolean count = many && (list.isNumbered() || mixed);
    String lead = mixed ? (place + 1) + COUNTED + "に、" : step(list, place);
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = marks.closed(headings.bare(sentences.get(i)), sentences.get(i));
      boolean first = i == 0 && count && !points.isConnected(sentence);
      int own = i == 0 && many ? group : points.newUnit();
      points.sentence(
          sentences.get(i), first ? lead + sentence : sentence, own, i == 0 ? -1 : group);
    }
  }

  /** An item that has a name and tells something about it. */
  private void named(String source, String name, List<String> body, String lead, int group) {
    if (!lead.isEmpty() && !headings.bare(name).isEmpty() && Background.isBehind(body)) {
      points.add(source, announced(lead, name), Kind.SENTENCE, group, answer, "list item");
      plain(body.get(0), group);
      points.sentence(
          body.get(1),
          marks.closed(headings.bare(body.get(1)), body.get(1)),
          group,
          -1,
          body.get(1));
      body.stream().skip(2).forEach(it -> plain(it, group));
      return;
    }
    String first = body.isEmpty() ? "" : itemSentence(body.get(0));
    Optional<String> topic = first.isEmpty() ? Optional.empty() : headings.topic(name, first);
    boolean known =
        headings.bare(name).isEmpty() || headings.known(name).filter(String::isEmpty).isPresent();
    boolean told = topic.isPresent() && (topical || !lead.contains(COUNTED));
    Optional<String> joined =
        known || told || first.isEmpty() || lead.isEmpty()
            ? Optional.empty()
            : headings.joined(lead, name, first);
    if (known || told || joined.isPresent()) {
      points.silent(source, known ? "headings drop" : "list topic");
    } else {
      points.add(source, announced(lead, name), Kind.SENTENCE, group, answer, "list item");
    }
    if (!body.isEmpty()) {
      String own = body.get(0).equals(source) ? source + "\n" : body.get(0);
      String said = told ? topic.get() : joined.orElse(first);
      points.sentence(own, said, group, answer, topic.orElse(first));
    }
    body.stream().skip(1).forEach(it -> plain(it, group));
  }

  /** What is told of an item first: in steps what is done, and not that it is so. */
  private String itemSentence(String written) {
    String said = OR_SO.replaceFirst(closed(written), "などです。");
    return ordered ? PREPARED.replaceFirst(said, "$1します。") : said;
  }

  private String closed(String written) {
    return marks.closed(headings.bare(written), written);
  }

  /** An item's name as a sentence that leads to what is told about it. */
  private String announced(String lead, String name) {
    if (lead.isEmpty()) {
      return headings.alone(name);
    }
    if (headings.isQuestion(name)) {
      return headings.question(name);
    }
    return lead + headings.item(name) + "です。";
  }

  /** What else an item holds, but for so many blocks at its beginning. */
  private void rest(List<Block> inside, int skipped, int group) {
    List<Block> blocks = inside.subList(Math.min(skipped, inside.size()), inside.size());
    for (Node node : Node.of(blocks)) {
      if (node instanceof Items items) {
        nested(items, group);
      } else if (node instanceof Text text) {
        text(text.block(), points.unit() + 1, group);
      }
    }
  }

  /** A list inside an item: each of its items as a sentence that nobody counts. */
  private void nested(Items list, int group) {
    List<String> names =
        list.items().stream()
            .filter(it -> it.inside().isEmpty() && !isSentence(it.block().text()))
            .map(it -> headings.bare(it.block().text()))
            .toList();
    boolean named =
        names.size() == list.items().size()
            && names.stream().noneMatch(it -> it.length() > A_NAME || isSaid(it));
    if (named && names.stream().noneMatch(name -> LabelledRows.LABELLED.in(name))) {
      String joined = String.join("、", names.subList(0, Math.min(JOINED, names.size())));
      points.sentence(String.join("\n", names), joined + "です。", points.newUnit(), group);
      return;
    }
    for (Item it : list.items()) {
      nested(it, group);
    }
  }

  private void nested(Item it, int group) {
    List<String> body = it.inside().isEmpty() ? List.of() : leading(it.inside());
    String name = it.block().text();
    if (body.isEmpty() || isSentence(name)) {
      plain(name, group);
      rest(it.inside(), 0, group);
      return;
    }
    String first = marks.closed(headings.bare(body.get(0)), body.get(0));
    boolean label = headings.isLabel(name);
    Optional<String> topic = label ? Optional.empty() : headings.topic(name, first);
    points.silent(name, "list topic");
    points.sentence(body.get(0), topic.orElse(first), points.newUnit(), group);
    body.stream().skip(1).forEach(more -> plain(more, group));
    rest(it.inside(), 1, group);
  }
}
