package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headings, labels and list items to sentences that can be said, by the rows of headings.tsv. */
public final class Headings {
  private static final String DROP = "drop";
  private static final String LABEL = "label";
  private static final String NTH = "nth";
  private static final String OWN_WORDS = "{h}";
  private static final Pattern NUMBER =
      Pattern.compile(
          "^\\s*(?:[（(]?(\\d{1,2})(?:[.)．）、:：](?!\\d)|\\s(?=\\S))|[①-⑳]|[Ss]tep\\s*(\\d+)\\s*[:：.]?|ステップ\\s*(\\d+)\\s*[:：.])\\s*");
  private static final Pattern MARKS = Pattern.compile("^[【■●◆・\\s]+|[】：:。\\s]+$");
  private static final Pattern QUESTION =
      Pattern.compile(".*(?:[?？]|(?:なぜ|どう|何|どこ|誰|いつ|どれ|どの|どんな).*(?:の)?か)$|.*とは$");
  private static final Pattern TELLS_WHAT =
      Pattern.compile(
          "(?:(?:手法|方法|技術|仕組み|機能|もの|こと|ツール|サービス|方式|概念|考え方|攻撃|状態|役割|能力|プロセス)(?:です)?|とは[^。]*)。$");

  /** Between a heading's subject and what it says of it; nobody hears it. */
  private static final Pattern COLON = Pattern.compile("\\s*：\\s*|:\\s+");

  private static final int LONGEST_LABEL = 28;

  private final Morphology morphology;
  private final ForTheEar ear;
  private final List<Form> forms = new ArrayList<>();
  private final List<String> nth = new ArrayList<>();

  private record Form(Pattern pattern, String said) {}

  /**
   * @param folders of voices, the show's own first
   */
  public Headings(List<Path> folders, Morphology morphology, ForTheEar ear) {
    this.morphology = morphology;
    this.ear = ear;
    for (Table.Row row : Table.layered(folders, "headings.tsv").rows()) {
      if (row.cell(0).equals(NTH)) {
        nth.add(row.cell(1));
      } else {
        forms.add(new Form(Pattern.compile(row.cell(0)), row.cell(1)));
      }
    }
  }

  /** The number that a heading begins with. */
  public Optional<String> number(String heading) {
    Matcher matcher = NUMBER.matcher(heading);
    if (!matcher.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return Optional.of(matcher.group(group));
      }
    }
    return Optional.of("");
  }

  /** The heading without its number and without marks at its ends. */
  public String bare(String heading) {
    return MARKS.matcher(NUMBER.matcher(heading).replaceFirst("")).replaceAll("").strip();
  }

  /** What the table says for this heading; "" for nothing, empty when no row fits. */
  public Optional<String> known(String heading) {
    String bare = bare(heading);
    for (Form form : forms) {
      if (!form.said().equals(LABEL) && form.pattern().matcher(bare).matches()) {
        boolean dropped = form.said().equals(DROP);
        return Optional.of(dropped ? "" : form.said().replace(OWN_WORDS, noun(bare)));
      }
    }
    return Optional.empty();
  }

  /** Whether an item's name only tells what kind of sentence follows. */
  public boolean isLabel(String name) {
    String bare = bare(name);
    return forms.stream()
        .anyMatch(form -> form.said().equals(LABEL) && form.pattern().matcher(bare).matches());
  }

  /** The heading as a sentence that leads to what follows. */
  public String lead(String heading, int place) {
    if (isQuestion(heading)) {
      return question(heading);
    }
    String said = COLON.matcher(noun(bare(heading))).replaceAll("、");
    return nth.get(place % nth.size()).replace(OWN_WORDS, said);
  }

  /** Whether the heading asks. */
  public boolean isQuestion(String heading) {
    return QUESTION.matcher(bare(heading)).matches();
  }

  /** なぜ新しい言語が必要になるのか as a question. */
  public String question(String heading) {
    String bare = ear.words(bare(heading)).replaceAll("[?？]+$", "");
    if (bare.endsWith("とは")) {
      return bare + "、何でしょうか？";
    }
    if (bare.endsWith("か")) {
      return bare + "？";
    }
    return bare + (isClause(bare) ? "のでしょうか？" : "でしょうか？");
  }

  /** The words as a noun that です can follow. */
  public String noun(String phrase) {
    String said = ear.words(phrase).replaceAll("[。！!]+$", "");
    if (said.isEmpty()) {
      return phrase;
    }
    List<Morpheme> words = morphology.analyse(said);
    Morpheme last = words.get(words.size() - 1);
    if (said.endsWith("です") || said.endsWith("ます") || said.endsWith("ません")) {
      return said + "、ということ";
    }
    if (isClause(last)) {
      return said + (said.contains("は") || said.endsWith("た") ? "ということ" : "こと");
    }
    boolean open = last.is("助詞") && !last.surface().equals("など") && !last.surface().equals("だけ");
    return open ? said + "という話" : said;
  }

  /** Whether the words end like a sentence. */
  public boolean isClause(String phrase) {
    List<Morpheme> words = morphology.analyse(phrase);
    return !words.isEmpty() && isClause(words.get(words.size() - 1));
  }

  private static boolean isClause(Morpheme last) {
    boolean inflects = last.is("動詞") || last.is("形容詞") || last.is("助動詞");
    return inflects && last.inflectionForm().equals("基本形");
  }

  /**
   * 「Explorer」 and 「コードベースを調査する」 as one sentence; empty where the sentence has a subject of its
   * own.
   */
  public Optional<String> topic(String label, String sentence) {
    String name = ear.words(bare(label));
    if (name.isEmpty() || name.length() > LONGEST_LABEL || isClause(name) || isQuestion(name)) {
      return Optional.empty();
    }
    if (isDeed(name) && !TELLS_WHAT.matcher(sentence).find()) {
      return Optional.empty();
    }
    if (name.endsWith("は") || ear.isConnected(sentence) || hasSubject(sentence)) {
      return Optional.empty();
    }
    return sentence.contains(name) ? Optional.of(sentence) : Optional.of(name + "は、" + sentence);
  }

  /** The name of something that is done does nothing itself (データ汚染の防止). */
  private boolean isDeed(String name) {
    List<Morpheme> words = morphology.analyse(name);
    Morpheme last = words.get(words.size() - 1);
    return last.is("名詞-サ変接続")
        || last.is("名詞-接尾-サ変接続")
        || words.stream().anyMatch(w -> w.surface().equals("を"));
  }

  private boolean hasSubject(String sentence) {
    var closed = Quotes.in(sentence);
    closed.or(Quotes.notesIn(sentence));
    for (Morpheme word : morphology.analyse(sentence)) {
      boolean marks =
          word.is("助詞-係助詞") && (word.surface().equals("は") || word.surface().equals("も"));
      boolean subject = word.is("助詞-格助詞") && word.surface().equals("が");
      if ((marks || subject) && !closed.get(word.start())) {
        return true;
      }
    }
    return false;
  }
}
