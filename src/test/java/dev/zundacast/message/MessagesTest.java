package dev.zundacast.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No message without its Japanese, no sentence that nobody says, and no key without a sentence. */
class MessagesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/zundacast");
  private static final Path RESOURCES = Path.of("src/main/resources/dev/zundacast");

  /** A key where a message is made of one. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?:Message\\s*\\.of|Problem\\s*\\.(?:usage|input|failed|noEngine)|withNext)\\(\\s*"
              + "\"([^\"]*)\"");

  /** Whatever looks like one, for keys are chosen by conditions, too. */
  private static final Pattern KEY = Pattern.compile("\"([a-zA-Z]+\\.[a-z][A-Za-z0-9]*)\"");

  private static final ResourceBundle ENGLISH = bundle(Locale.ROOT);
  private static final ResourceBundle JAPANESE = bundle(Locale.JAPANESE);

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle("dev.zundacast.message.messages", language);
  }

  private static Set<String> inSources(Pattern key) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> all = Files.walk(SOURCES)) {
      for (Path file : all.filter(it -> it.toString().endsWith(".java")).toList()) {
        key.matcher(Files.readString(file)).results().map(it -> it.group(1)).forEach(found::add);
      }
    }
    return found;
  }

  @Test
  void everyKeyHasASentenceAndEverySentenceIsSaid() throws IOException {
    assertThat(ENGLISH.keySet()).containsAll(inSources(SAID));
    assertThat(inSources(KEY)).containsAll(ENGLISH.keySet());
  }

  /** A value that is lost would leave a file's name or a number unsaid. */
  @Test
  void bothLanguagesSayTheSameValues() {
    assertThat(JAPANESE.keySet()).isEqualTo(ENGLISH.keySet());
    for (String key : ENGLISH.keySet()) {
      assertThat(values(JAPANESE.getString(key))).as(key).isEqualTo(values(ENGLISH.getString(key)));
      assertThat(JAPANESE.getString(key)).as(key).isNotBlank();
    }
  }

  private static Set<String> values(String sentence) {
    String[] values = new String[10];
    for (int i = 0; i < values.length; i++) {
      values[i] = "value" + i;
    }
    String plain = sentence.replaceAll(",choice,[^}]*", "").replace(",number,#", "");
    return Pattern.compile("value\\d")
        .matcher(new MessageFormat(plain, Locale.ROOT).format(values))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aPluralIsOneOfItsNumberAndNumbersAreNotGrouped() {
    Message made = Message.of("build.made", "a.md", Message.of("build.length", "0:04"), 1, 1234, 0);
    assertThat(made).hasToString("a.md: 0:04 min, 1 line: 1234 clips made, 0 found");
    assertThat(made.in(Locale.JAPANESE)).isEqualTo("a.md: 0:04 分、1 行: クリップ 1234 個を作成、0 個は作成済み");
  }

  @Test
  void whatIsKeptIsSaidInTheLanguageOfItsReader() throws IOException {
    Message said = Message.of("scale.byShard", Message.of("scale.failed"), 3);
    byte[] json = dev.zundacast.disk.Json.text(KeptMessage.of(said)).getBytes("UTF-8");
    Message kept = dev.zundacast.disk.Json.read(json, KeptMessage.class).message();
    assertThat(kept.in(Locale.JAPANESE)).isEqualTo(said.in(Locale.JAPANESE));
    assertThat(kept).hasToString(said.toString());
  }

  /** What comes of libraries, and of files as text, is found by its words. */
  @Test
  void aSentenceWithoutAKeyIsFoundByItsWords() {
    assertThat(Message.plain("broken YAML: expected ',' or ']', but got :").in(Locale.JAPANESE))
        .isEqualTo("YAML として読めません: , か ] のはずのところに : があります");
    assertThat(Message.plain("枝豆の話").in(Locale.JAPANESE)).isEqualTo("枝豆の話");
  }

  /** Comments of the files that the program writes, and the rows of its table of feeds. */
  @Test
  void whatTheProgramsFilesSayHasJapanese() throws IOException {
    for (String file : List.of("pipeline/settings.yaml", "voice/voice.yaml")) {
      assertThat(
              Files.readAllLines(RESOURCES.resolve(file)).stream()
                  .map(line -> line.replaceAll("^ *# ", "").replaceAll("%\\d\\$s", "NAME"))
                  .filter(line -> line.matches("[A-Z0-9].* .*")))
          .allMatch(MessagesTest::isTranslated);
    }
    for (String row : Files.readAllLines(RESOURCES.resolve("pipeline/feed/rules.tsv"))) {
      assertThat(row.startsWith("#") ? Stream.<String>empty() : Stream.of(row.split("\t")).skip(4))
          .map(text -> text.replace("%s", "7"))
          .filteredOn(text -> text.contains(" "))
          .allMatch(MessagesTest::isTranslated);
    }
  }

  private static boolean isTranslated(String english) {
    return Catalogue.japanese().find(english).isPresent();
  }
}
