package dev.zundacast.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Json;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message without its Japanese, no sentence that nobody says, and no key without a sentence. */
class MessagesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/dev/zundacast");

  /** Whatever looks like a key, for they are chosen by conditions, too, and made of names. */
  private static final Pattern KEY =
      Pattern.compile("[\"\\t]([a-zA-Z]+\\.[A-Za-z0-9.]*)(?:\"|$)", Pattern.MULTILINE);

  /** Names of files and of a setting, which look like keys. */
  private static final Pattern OTHER =
      Pattern.compile("audio\\.encoder|.*\\.(?:exe|json|lock|tsv|txt|xml|yaml)");

  private static final ResourceBundle ENGLISH = bundle(Locale.ROOT);
  private static final ResourceBundle JAPANESE = bundle(Locale.JAPANESE);

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle("dev.zundacast.message.messages", language);
  }

  private static Set<String> inSources() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> all = Files.walk(Path.of("src/main"))) {
      for (Path file : all.toList()) {
        if (file.toString().matches(".*(?:\\.java|/rules\\.tsv)")) {
          KEY.matcher(Files.readString(file)).results().map(it -> it.group(1)).forEach(found::add);
        }
      }
    }
    return found;
  }

  @Test
  void everyKeyHasASentenceAndEverySentenceIsSaid() throws IOException {
    Set<String> said = inSources();
    assertThat(ENGLISH.keySet())
        .filteredOn(
            key ->
                !said.contains(key.replaceFirst("\\.next$", ""))
                    && !said.contains(key.substring(0, key.lastIndexOf('.') + 1)))
        .isEmpty();
    Set<String> areas =
        ENGLISH.keySet().stream()
            .map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toSet());
    assertThat(said)
        .filteredOn(it -> areas.contains(it.substring(0, it.indexOf('.'))))
        .filteredOn(it -> !it.endsWith(".") && !OTHER.matcher(it).matches())
        .allMatch(ENGLISH::containsKey);
  }

  /** What is said in the sources themselves would be said in one language alone. */
  @Test
  void noSentenceStandsInTheSources() throws IOException {
    Set<String> others =
        Files.readAllLines(Path.of("src/test/resources/dev/zundacast/message/no-messages.txt"))
            .stream()
            .skip(2)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found = MessageSources.all();
    assertThat(found).as("say these by keys").filteredOn(it -> !others.contains(it)).isEmpty();
    assertThat(others).as("these can go").filteredOn(it -> !found.contains(it)).isEmpty();
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

  private record Kept(Message said) {}

  @Test
  void whatIsKeptIsSaidInTheLanguageOfItsReader() throws IOException {
    Message said = Message.of("shard.by", Message.of("shard.failed"), 3);
    String json = CacheFile.text(new Kept(said));
    Message kept = CacheFile.read(json.getBytes(UTF_8), Kept.class).orElseThrow().said();
    assertThat(kept.in(Locale.JAPANESE)).isEqualTo(said.in(Locale.JAPANESE));
    assertThat(kept).hasToString(said.toString());
  }

  /** What comes of libraries is found by its words, and nothing else is. */
  @Test
  void whatLibrariesSayIsFoundByItsWords() {
    String words = "expected ',' or ']', but got :";
    assertThat(Message.library(words).in(Locale.JAPANESE)).isEqualTo(", か ] のはずのところに : があります");
    assertThat(Message.library("枝豆の話").in(Locale.JAPANESE)).isEqualTo("枝豆の話");
    assertThat(Message.plain(words).in(Locale.JAPANESE)).isEqualTo(words);
  }

  /** Files that the program writes differ in their comments alone. */
  @Test
  void bothLanguagesOfAFileSayTheSame() throws IOException {
    for (String file : List.of("pipeline/settings", "voice/voice")) {
      assertThat(withoutComments(file + "_ja.yaml")).isEqualTo(withoutComments(file + ".yaml"));
    }
  }

  private static List<String> withoutComments(String file) throws IOException {
    Pattern value = Pattern.compile("[ #]*(?:- )?[a-z-]+:(?: .*)?|[ #]*git .*|%.*|");
    return Files.readAllLines(RESOURCES.resolve(file)).stream()
        .filter(line -> value.matcher(line).matches())
        .toList();
  }

  /** A site's folder may hold what another version wrote, or somebody who wants it to fail. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"no.such\", \"a\"]",
        "[\"library\"]",
        "[\"merge.narration\", \"many\"]",
        "[\"merge.narration\"]",
        "[\"\", [\"no.such\", [\"cli.list\"]]]",
        "\"words\"",
      })
  void whatAFileKeepsIsAlwaysSaid(String kept) throws IOException {
    Message message = Json.bind(Json.tree(kept), Message.class);
    assertThat(message.in(Locale.ROOT)).doesNotContain("no.such");
    assertThat(message.in(Locale.JAPANESE)).doesNotContain("no.such");
  }
}
