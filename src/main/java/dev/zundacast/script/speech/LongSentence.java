package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import dev.zundacast.words.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a sentence that is too long for the ear into two where one clause ends and the next begins
 * (〜が, 〜おり, 〜ため, 〜し), so that each says what it said before. Where a cut could change what belongs
 * to what, there is none.
 */
final class LongSentence {
  /** From here on listeners lose the beginning. */
  private static final int LONG = 58;

  private static final String RULE = "joints ";

  private static final String COORDINATED = "and";
  private static final String RESULT = "result";
  private static final String WHILE = "while";

  /** It still points at the sentence before, but is no subject. */
  private static final String HERE = "ここでは、";

  /** What is conceded is no advice of its own. */
  private static final String STILL = "それでも";

  /** Hakoは、針が…: what the sentence is about, before a clause about something else. */
  private static final Search OF_ANOTHER =
      Search.of("^([A-Za-z「][^、。は]{1,24})は、(?=[^、。はを]{2,24}が[^は]*$)");

  /** What turns from the sentence before turns from its cause, too, and not from the result. */
  private static final Search BUT = Search.of("^(?:でも|しかし|だが|ところが)、?");

  /** さらに大きな時計が動くようになりました: more than what the clause before it made possible. */
  private static final Search EVEN_MORE =
      Search.of("^(?:さらに|より)[^、]*(?:可能|でき(?!ごと)|[にく]なり)[^、。]*。$");

  /** Somebody says all of it, and stands behind it: …が必要であり、…べきだと筆者は述べています. */
  private static final Search SAID_BY_SOMEBODY =
      Search.of(
          "(?:だ|る|い|た)と[^、。「」]{0,10}(?:者|氏|さん|社|人|チーム)[はも](?:述べ|主張し|指摘し|語っ|強調し|話し)て(?:い|おり)ます。$");

  /** What was found is both of what stands side by side. */
  private static final Search FINDS =
      Search.of("(?:こと|の)が[^、。]{0,8}(?:明らか|判明|わか|分か|示され|確認)[^、。]{0,10}。$");

  /** What nobody expected is told of what comes at the end. */
  private static final Search SURPRISES =
      Search.of("^(?:(?:でも|しかし|ところが|だが)、?)?(?:驚くべきことに|驚いたことに|意外なことに|意外にも)、");

  private static final int SHORTEST = 13;
  private static final int DEPTH = 3;

  /**
   * An end that says more than that something is so (can, want, should, not): it is for one clause.
   */
  private static final Search MODAL =
      Search.of(
          "(?:せん(?:でした)?|ない(?:です)?|なかった(?:です)?|でき(?:る|ます|ました)|可能(?:です|だ)?|[えけせてねべめれげ]ます"
              + "|たい(?:です)?|ましょう|ください|でしょう|(?:ます|です)か|かもしれ.*|はずです|べきです|ようです|そうです|必要.*|られ(?:ます|る))[。！？!?]*$");

  /** An end that says that something is not so: it may be about all that stands before it. */
  private static final Search NEGATIVE = Search.of("(?:せん(?:でした)?|ない(?:です)?|なかった(?:です)?)[。！？!?]*$");

  /**
   * A verb before a noun, by its letters: with it a sentence needs no analysis, 2 % of all time.
   */
  private static final Search DESCRIBES =
      Search.of("[うくすつぬぶむるた](?=[\\p{IsHan}\\p{IsKatakana}A-Z「])");

  /** What came to be so is so without what follows from it. */
  private static final Search CAME = Search.of("(?:ように|[^く]に|く)なり$");

  /** What can be done, before something else that can be done. */
  private static final Search CAN = Search.of("(?:が|も|を|に)でき$|可能で$");

  private static final Search CAN_TOO = Search.of("(?:できます|可能です|(?:できる|可能に)[^、。]{0,6}なります)。$");

  /**
   * It came about that something can be done: no clause belongs to that which does not tell how.
   */
  private static final Search ENABLED = Search.of("できるように(?:なり|なっ|しました)[^、。]{0,6}。$");

  private static final Search LASTED = Search.of("[てで](?:いました|いた)[。！]*$");
  private static final Search PAST = Search.of("(?:た|んだ)[。！]*$");
  private static final Search LASTS = Search.of("[てで](?:い|おり)(?:ます|る)[。！]*$");

  /** 時計が遅れたのに対し、: what stands against something else is a topic in a sentence of its own. */
  private static final Search OPPOSED = Search.of("^([^はがをもで、「」]{2,40})が(?=[^はが]*$)");

  /** What somebody says or thinks: a clause before it may be a part of that. */
  private static final Search REPORTED =
      Search.of(
          "と(?:いう(?=話|こと|の|主張|考え|指摘|報告|ニュース|もの|。|と|わけ)|述べ|考え|思|指摘|語|説明|報告|主張|警告|強調|明か|の|感じ|判断|予測|見|し(?:て(?=い|お)|ました|ます|た))|との");

  /** What is told, shown or asked for by somebody: the reason before it may belong to that. */
  private static final Search TELLS =
      Search.of(
          "[をがとも](?:指摘|示唆|紹介|解説|説明|議論|強調|言及|主張|提案|報告|警告|懸念|示)(?:し|す|され)[\\p{IsHiragana}]{0,9}。$"
              + "|という[^、。]{0,6}(?:声|意見|指摘|報告)[^、。]{0,12}。$");

  /** 箱は、重さがあるため、遅れの原因になります: what is the cause is the box. */
  private static final Search CAUSES = Search.of("(?:原因|要因|妨げ|きっかけ)(?:に|と)な[^、。]{1,6}。$");

  /** A trouble is what stands before it, and not something new: 重いため、課題でした. */
  private static final Search BURDEN = Search.of("^[^はが]*(?:課題|問題|壁|ネック|負担)(?:です|でした)。$");

  /** It follows from what has been told, although the sentence says が. */
  private static final Search BY_THIS = Search.of("^これ(?:により|によって|で)、?");

  /** It tells what all comes to, which is what stands behind が. */
  private static final Search SUMS_UP =
      Search.of("^(?:まとめ(?:る)?と|結論として|要するに|総じて|最終的に|総括すると|まとめとして)");

  /** 〜することで、これらを: two words would point at one thing. */
  private static final Search THESE = Search.of("^これ");

  /** これによって、この問題を…: two that point, and at two things. */
  private static final Search POINTS_AT = Search.of("^(?:この|その)(?:問題|課題|状況|限界|欠点|悩み)");

  private static final String SO = "こうして、";
  private static final String AS_A_RESULT = "その結果、";

  /** It concedes itself, or adds: with でも before it nobody knows what is against what. */
  private static final Search CONCEDES =
      Search.of("^[^、。]{1,14}(?:ながらも?|ものの|つつも?|とはいえ)[、「]?|^(?:新たに|さらに|加えて|今回)");

  /** What has been told is met, not contradicted. */
  private static final Search MEETS =
      Search.of("^[^、。]{1,24}[はがも]、?(?:これら|この|その|こうした)の?(?:ニーズ|課題|問題|要望|期待|声)に");

  /** Words that point back join nothing by themselves: a cut before them needs its connective. */
  private static final Search POINTS_BACK =
      Search.of(
          "^(?:この(?!ため|結果|よう|うえ|上)|その(?!ため|結果|うえ|上|一方|ほか|他|後、|中でも|うち)|これ(?:は|が|を|も|ら|まで|から)"
              + "|それ(?:は|が|を|も|ら|ぞれ)|ここ(?:は|が|を|も|数)|こう(?:した|いった)|今回|今後)");

  /** A comparison before the clause is for all that follows: 箱のように、… */
  private static final Search COMPARES = Search.of("ように、[^、]*$");

  /** One of several reasons: 高いことや、重いことから. */
  private static final Search LISTS_REASONS = Search.of("こと[やと]、?[^。]*こと(?:から)$");

  /** A sentence of fewer characters is one breath, and two would be told like a list. */
  private static final int BREATHLESS = 80;

  /** What is used, or followed: it tells how the next thing is done. */
  private static final Search MEANS =
      Search.of(
          "(?:つい|対し|とっ|よっ|通じ|通し|使い|使用し|用い|利用し|活用し|駆使し|合わせ|組み合わせ|向け|加え|比べ|比較し|関し|めぐり|わたり|基づき"
              + "|もとにし|基にし|応じ|交え|まじえ|経|含め|伴い|ともない|沿い|踏まえ|受け|除き|問わず|あたり|先立ち|つき|中心とし|はじめとし|始めとし"
              + "|と考えられ|とされ|と言われ|とい?い|だけでなく)$");

  /** Both clauses are what is said, asked for, or what something is like. */
  private static final Search SAID_AS =
      Search.of(
          "(?:という|といった|ような|ように|ための?|とも|との)[^、。]{1,12}[がをにはと][^。]*。$"
              + "|(?:と|ことを|点を)[^、。「」]{1,10}[はが](?:強調|主張|指摘|説明|述べ|語|話)|^(?:より|それぞれ)");

  private static final Search STARTS = Search.of("^(?:さらに|また|同時に|その結果|結果として|最終的に|そして|一方で|加えて|それに)");

  private static final Search REASON = Search.of("(?:ため|から)(?:です|だ)?。$");

  /** 店主によると、…そうです: a first half without its end would be a fact. */
  private static final Search HEARSAY =
      Search.of("^[^、。]{1,24}に(?:よると|よれば)、.*(?:そう|よう|らしい|とのこと)です。$");

  /** これは、…ため、…: the reason is a part of what it is about. */
  private static final Search POINTS = Search.of("^(?:これ|それ)(?:は|も|が)、?");

  /** What a sentence says of a point comes at its end: 特徴は、…点です. */
  private static final Search ASKS_WHAT =
      Search.of(
          "(?:特徴|特長|利点|長所|メリット|デメリット|強み|弱み|欠点|問題|問題点|課題|原因|理由|目的|狙い|違い|ポイント|点|こと|の|鍵|魅力|結果|背景|効果|成果)は、?");

  /** What a sentence ends with that tells how something works. */
  private static final Search WAY = Search.of("(?:仕組み|考え方|手法|方法|流れ)です。$");

  private static final Search SUBJECT = Search.of("[^は、]が");

  private static final Search ANSWERS =
      Search.of("(?:点|こと|ところ|ため|から|の|部分|もの|仕組み)(?:です|だ|にあります|でした|が挙げられます)。$");

  /** 〜したり、〜したりして: the whole is one way of doing something. */
  private static final Search EXAMPLES = Search.of("[ただ]り(?:し|して)?$");

  /** Something that came about, so that the clause before it tells by what. */
  private static final Search DONE = Search.of("(?:ました|でした|[てで](?:い|おり)ます)。$");

  /** What is only meant to come about, or told of. */
  private static final Search AIMS = Search.of("(?:目指|狙|紹介|示唆|示し|示され|期待|設計|提案)[^、。]{0,8}。$");

  private static final Search ABOUT = Search.of("[^で](?:は|が|も)");

  private static final Search TOPIC = Search.of("[^で]は、|が、");

  /** Verbs that tell how something is. */
  private static final Set<String> STATES =
      Set.of("ある", "いる", "なる", "できる", "異なる", "かかる", "優れる", "含む", "伴う", "残る", "違う", "存在する");

  /** The last letter of a verb's stem. */
  private static final String STEM_END = "(?:[いきぎしちぢびみりえけげせぜねべめれ得経見出寝似着煮居来]|死に)$";

  private static final Set<String> MAIN_JOINS = Set.of("が", "けど", "けれど", "けれども", "ので", "し", "と");

  private final Morphology morphology;
  private final Polite polite;
  private final Descriptions descriptions;
  private final List<Joint> joints;
  private final Search connected;

  /** What was found stands at the end. */
  private static final Search FOUND = Search.of("^[^、。]{1,14}の結果、");

  /** What a clause may end with, of all joints. */
  private final Search mayEnd;

  /**
   * One row of joints.tsv.
   *
   * @param host what stands before the ending: polite, plain, fact, stem, any
   * @param end what the first sentence ends with instead
   * @param connective what the second one begins with
   */
  private record Joint(String name, Host host, Search ending, String end, String connective) {}

  private enum Host {
    POLITE,
    PLAIN,
    /** Like plain, where the sentence says that something is so, not that it can be. */
    FACT,
    STEM,
    ANY
  }

  /** A sentence's words, and which of them is the comma. */
  private record Comma(List<Morpheme> words, int index) {}

  /** A place where the sentence may be cut. */
  private record Cut(Joint joint, String first, String second, int cost) {}

  LongSentence(List<Path> folders, Morphology morphology) {
    this.morphology = morphology;
    this.polite = new Polite(morphology);
    List<Joint> all = new ArrayList<>();
    for (Table.Row row : Table.layered(folders, "joints.tsv").rows()) {
      try {
        Host host = Host.valueOf(row.cell(1).toUpperCase(java.util.Locale.ROOT));
        Search ending = Table.expression(row, "(?:" + row.cell(2) + ")$", Search::of);
        all.add(new Joint(row.cell(0), host, ending, row.cell(3), row.cell(4)));
      } catch (IllegalArgumentException e) {
        throw Table.wrong(row, "no such joint: " + e.getMessage());
      }
    }
    this.joints = List.copyOf(all);
    this.mayEnd = mayEnd(all);
    this.connected = connectives(folders);
    this.descriptions = new Descriptions(morphology, polite, connected);
  }

  private static Search mayEnd(List<Joint> joints) {
    StringBuilder ends = new StringBuilder("(?:");
    for (Joint joint : joints) {
      boolean stem = joint.host() == Host.STEM;
      ends.append(stem ? STEM_END : joint.ending().pattern().pattern()).append('|');
    }
    return Search.of(ends.append("(?!))").toString());
  }

  private static Search connectives(List<Path> folders) {
    StringBuilder words = new StringBuilder("^(?:");
    for (Table.Row row : Table.layered(folders, "connectives.tsv").rows()) {
      Pattern word = Table.expression(row, row.cell(0), Pattern::compile);
      words.append(word.pattern()).append('|');
    }
    return Search.of(words.append("(?!))").toString());
  }

  /** Whether the sentence begins with a word that joins it to the one before. */
  boolean isConnected(String sentence) {
    return connected.in(sentence);
  }

  /** Whether a rule is that of a clause that only goes on. */
  static boolean isCoordinated(String rule) {
    return rule.equals(RULE + COORDINATED);
  }

  List<String> cut(String sentence, List<String> used) {
    return cut(sentence, used, DEPTH);
  }

  private List<String> cut(String sentence, List<String> used, int depth) {
    if (sentence.length() < LONG || depth == 0) {
      return List.of(sentence);
    }
    Optional<Cut> best = best(sentence);
    if (best.isEmpty()) {
      return descriptions.told(sentence, used);
    }
    Cut cut = best.get();
    used.add(RULE + cut.joint().name());
    List<String> pieces = new ArrayList<>(cut(cut.first(), used, depth - 1));
    pieces.addAll(cut(cut.second(), used, depth - 1));
    return pieces;
  }

  private Optional<Cut> best(String sentence) {
    if (REASON.in(sentence) || HEARSAY.in(sentence)) {
      // All of it is the reason, or what somebody says.
      return Optional.empty();
    }
    BitSet closed = Quotes.in(sentence);
    closed.or(Quotes.notesIn(sentence));
    Cut best = null;
    int comma = sentence.indexOf('、', SHORTEST);
    while (comma >= 0 && sentence.length() - comma > SHORTEST) {
      Cut cut = closed.get(comma) ? null : at(sentence, comma);
      if (cut != null && (best == null || cut.cost() < best.cost())) {
        best = cut;
      }
      comma = sentence.indexOf('、', comma + 1);
    }
    return Optional.ofNullable(best);
  }

  private @org.jspecify.annotations.Nullable Cut at(String sentence, int comma) {
    String front = sentence.substring(0, comma);
    if (!mayEnd.in(front)) {
      return null;
    }
    String back = sentence.substring(comma + 1).strip();
    for (int row = 0; row < joints.size(); row++) {
      Joint joint = joints.get(row);
      Optional<Matcher> match = joint.ending().first(front);
      if (match.isEmpty() || (joint.host() != Host.POLITE && REPORTED.in(back))) {
        continue;
      }
      if (isOfTheWhole(joint, front, back, sentence)) {
        continue;
      }
      Optional<String> first =
          first(joint, front, match.get(), sentence)
              .map(it -> joint.name().equals("against") ? OPPOSED.replaceFirst(it, "$1は") : it);
      if (first.isPresent()) {
        boolean led =
            (isConnected(back) && !POINTS_BACK.in(back))
                || (joint.name().equals("but") && (MEETS.in(back) || CONCEDES.in(back)));
        boolean by = joint.name().equals("by") && THESE.in(back);
        String connective = led ? "" : by ? SO : joint.connective();
        int away = Math.abs(sentence.length() / 2 - front.length());
        Cut cut = new Cut(joint, first.get() + "。", connective + back, away + row);
        return joint.name().equals(RESULT) ? surpriseLast(cut) : withoutSubject(ofAnother(cut));
      }
    }
    return null;
  }

  /** Hakoは、針が時を刻むことで、朝を知らせます: the first clause has its own subject. */
  private static Cut ofAnother(Cut cut) {
    return cut.joint().name().equals("by")
        ? new Cut(
            cut.joint(), OF_ANOTHER.replaceFirst(cut.first(), "$1では、"), cut.second(), cut.cost())
        : cut;
  }

  /** これは、歯車が回り、…という仕組みです: the first clause has its own subject, and the way is at the end. */
  private static Cut withoutSubject(Cut cut) {
    boolean way = POINTS.in(cut.first()) && SUBJECT.in(cut.first()) && WAY.in(cut.second());
    return way
        ? new Cut(cut.joint(), POINTS.replaceFirst(cut.first(), HERE), cut.second(), cut.cost())
        : cut;
  }

  /** What nobody expected is the result, not what led to it. */
  private static Cut surpriseLast(Cut cut) {
    return SURPRISES
        .first(cut.first())
        .map(Matcher::group)
        .map(
            word ->
                new Cut(
                    cut.joint(),
                    cut.first().substring(word.length()),
                    behindResult(BUT.replaceFirst(word, ""), cut.second()),
                    cut.cost()))
        .orElse(cut);
  }

  /** その結果、驚くべきことに、…; before any other connective, as only その結果 leads to it. */
  private static String behindResult(String surprise, String result) {
    return result.startsWith(AS_A_RESULT)
        ? AS_A_RESULT + surprise + result.substring(AS_A_RESULT.length())
        : surprise + result;
  }

  /**
   * The comma behind this clause; asked for where letters leave a choice, as most clauses do not.
   */
  private Comma comma(String sentence, String front) {
    List<Morpheme> words = morphology.analyse(sentence);
    int index = 0;
    while (index + 1 < words.size() && words.get(index).start() < front.length()) {
      index++;
    }
    return new Comma(words, index);
  }

  /** Whether the clause that ends here belongs to what stands behind it, so that it is none. */
  private boolean isOfTheWhole(Joint joint, String front, String back, String sentence) {
    if (joint.name().equals(WHILE) && FINDS.in(back)) {
      return true;
    }
    boolean said = joint.host() != Host.POLITE && SAID_BY_SOMEBODY.in(back);
    if (said || (joint.connective().isEmpty() && EVEN_MORE.in(back))) {
      return true;
    }
    if (joint.host() == Host.POLITE) {
      boolean ofBoth = BY_THIS.in(back) || SUMS_UP.in(front);
      return back.startsWith(STILL) || (ofBoth && joint.name().equals("but"));
    }
    boolean answer =
        (ASKS_WHAT.in(front) || (POINTS.in(front) && !WAY.in(back))) && ANSWERS.in(back);
    return answer
        || EXAMPLES.in(front)
        || (joint.connective().equals("でも、") && COMPARES.in(front))
        || switch (joint.name()) {
          case "so" ->
              !isReason(front, sentence)
                  || LISTS_REASONS.in(front)
                  || front.startsWith("特に、")
                  || TELLS.in(back)
                  || BURDEN.in(back)
                  || (CAUSES.in(back) && hasTopic(front));
          case "is" -> !isAbout(front);
          case "though" -> front.endsWith("ものの") && belongsToNoun(comma(sentence, front), sentence);
          case "by" ->
              FOUND.in(front)
                  || AIMS.in(back)
                  || POINTS_AT.in(back)
                  || (!DONE.in(back) && !hasTopic(front));
          default -> false;
        };
  }

  /** Whether a clause names what it is about. */
  private static boolean isAbout(String front) {
    return ABOUT.in(front);
  }

  private static boolean hasTopic(String front) {
    return TOPIC.in(front);
  }

  private Optional<String> first(Joint joint, String front, Matcher matcher, String sentence) {
    String stem = front.substring(0, matcher.start());
    return switch (joint.host()) {
      case POLITE -> Optional.of(front.substring(0, matcher.end(1)));
      case ANY -> Optional.of(stem + joint.end());
      case FACT ->
          MODAL.in(sentence) || belongsToNoun(comma(sentence, front), sentence)
              ? Optional.empty()
              : polite.sentence(stem).map(said -> inTenseOf(sentence, said) + joint.end());
      case PLAIN -> polite.sentence(stem).map(said -> said + joint.end());
      case STEM -> coordinate(front, sentence);
    };
  }

  /** Whether ため tells why: 防ぐため tells what for, and これは、…ため belongs to what it is about. */
  private boolean isReason(String front, String sentence) {
    if (POINTS.in(front)) {
      return false;
    }
    if (!front.endsWith("ため")) {
      return true;
    }
    Comma comma = comma(sentence, front);
    if (comma.index() < 2) {
      return true;
    }
    Morpheme before = comma.words().get(comma.index() - 2);
    boolean deed = before.is("動詞-自立") && before.inflectionForm().equals("基本形");
    return !deed || STATES.contains(before.base());
  }

  /** 〜し、…しました: a clause of its own when nothing behind it could be what it belongs to. */
  private Optional<String> coordinate(String front, String sentence) {
    boolean came = CAME.in(front) && !NEGATIVE.in(sentence);
    came |= CAN.in(front) && CAN_TOO.in(sentence);
    String back = sentence.substring(front.length() + 1).strip();
    boolean open = sentence.length() < BREATHLESS || MEANS.in(front);
    open |= SAID_AS.in(back) || AIMS.in(back);
    open |= back.indexOf('は') < 0 && !STARTS.in(back) && DESCRIBES.in(back);
    if (open || (MODAL.in(sentence) && !came)) {
      return Optional.empty();
    }
    Comma comma = comma(sentence, front);
    Morpheme stem = comma.words().get(comma.index() - 1);
    // 準備、振り返り、: one of several that are named.
    boolean named = front.lastIndexOf('、') == stem.start() - 1;
    boolean verb = !named && stem.is("動詞") && stem.inflectionForm().equals("連用形");
    boolean wasSo = STATES.contains(stem.base()) && PAST.in(sentence) && !came;
    if (!verb || wasSo || (!STARTS.in(back) && belongsToNoun(comma, sentence))) {
      return Optional.empty();
    }
    return Optional.of(ended(front, stem, sentence));
  }

  private static String inTenseOf(String sentence, String said) {
    boolean past = PAST.in(sentence) && said.endsWith("ます");
    return past ? said.substring(0, said.length() - 1) + "した" : said;
  }

  /** The clause with an end in the sentence's own tense. */
  private static String ended(String front, Morpheme stem, String sentence) {
    Verb base = Polite.verb(stem);
    String before = front.substring(0, stem.start());
    if (LASTED.in(sentence)) {
      return before + base.te() + "いました";
    }
    if (PAST.in(sentence)) {
      return before + base.polite() + "ました";
    }
    if (CAME.in(front) && LASTS.in(sentence)) {
      return before + base.polite() + "ました";
    }
    boolean lasts = LASTS.in(sentence) && !STATES.contains(stem.base());
    return before + (lasts ? base.te() + "います" : base.polite() + "ます");
  }

  /** Whether a verb before the sentence's own one stands behind this place. */
  private static boolean belongsToNoun(Comma comma, String sentence) {
    List<Morpheme> words = comma.words();
    for (int i = comma.index() + 1; i + 1 < words.size(); i++) {
      Morpheme word = words.get(i);
      if (word.surface().equals("は") && word.is("助詞-係助詞")) {
        // A topic stands in no clause that describes a noun, so what is before it does not either.
        return false;
      }
      boolean verb = word.is("動詞") || (word.is("助動詞") && !words.get(i - 1).base().equals("優れる"));
      boolean finite =
          verb
              && word.inflectionForm().equals("基本形")
              && !word.base().equals("ます")
              && !word.base().equals("です");
      boolean ends = words.get(i + 1).is("記号-句点");
      boolean enabled = word.base().equals("できる") && ENABLED.in(sentence);
      if (finite && !ends && !enabled) {
        return !MAIN_JOINS.contains(words.get(i + 1).surface());
      }
      boolean joins = word.is("助詞-接続助詞") && !word.surface().equals("て");
      if (joins && word.surface().equals("が")) {
        return false;
      }
    }
    return false;
  }
}
