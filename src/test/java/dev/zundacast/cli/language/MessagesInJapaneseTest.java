package dev.zundacast.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message without its Japanese, in the packages whose messages have been translated. */
class MessagesInJapaneseTest {
  private static final Path TABLE = Path.of("src/main/resources/dev/zundacast/cli/language/ja.tsv");

  /** What is no message, or only a part of one that stands in the table as a whole. */
  private static final Set<String> OTHERS =
      Set.of(
          "Archive.java: , the file stays for now",
          "CheckArtwork.java:  with transparency",
          "CheckFeed.java: rss item",
          "Engines.java: studio engines",
          "Filling.java: {} filled, {} right already{}",
          "GitStep.java:  and push to {}",
          "GitStep.java: git push {} {} failed{}",
          "Jobs.java: studio job",
          "LineChanges.java: : own words kept",
          "LineChanges.java: : the post's words taken",
          "MergeBase.java: every Java has SHA-256",
          "PublishSheet.java: cd {} && git add {} && git commit -m {} && git push",
          "PublishSheet.java: rclone copyto {} REMOTE:{}",
          "ReadingEntry.java: zundacast dict add {} {}",
          "ReadingList.java: # written\treading in katakana\taccent\tnote",
          "ShowRows.java: studio posts",
          "Uploads.java: text/html; charset=utf-8",
          "Uploads.java: text/plain; charset=utf-8",
          "VoiceQueue.java: studio voice",
          "WebhookStep.java: application/json; charset=utf-8");

  private static final Pattern GAP = Pattern.compile("\\{\\d!?\\}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipeline/check",
        "pipeline/fill",
        "pipeline/publish",
        "pipeline/remote",
        "pipeline/show",
        "pipeline/scale",
        "post",
        "script",
        "script/file",
        "script/merge",
        "reading",
        "studio/episode",
        "studio/live",
        "studio/show"
      })
  void everyMessageOfAPackageHasAJapaneseOne(String folder) throws IOException {
    Set<String> missing = new TreeSet<>();
    for (String text : MessageSources.in(Path.of("src/main/java/dev/zundacast", folder))) {
      String english = text.substring(text.indexOf(": ") + 2).replace(MessageSources.GAP, "7");
      if (Catalogue.japanese().of(english).equals(english)) {
        missing.add(text.replace(MessageSources.GAP, "{}"));
      }
    }
    missing.removeAll(OTHERS);
    assertThat(missing).as("add these to " + TABLE).isEmpty();
  }

  /** A gap that is lost would leave a file's name or a number unsaid. */
  @Test
  void bothLanguagesSayTheSameParts() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String row : Files.readAllLines(TABLE)) {
      if (!row.startsWith("#")) {
        String[] both = row.split("\t", -1);
        assertThat(both).as(row).hasSize(2).doesNotContain("");
        if (!gaps(both[0]).equals(gaps(both[1]))) {
          wrong.add(row);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Set<Character> gaps(String text) {
    Set<Character> gaps = new TreeSet<>();
    Matcher gap = GAP.matcher(text);
    while (gap.find()) {
      gaps.add(gap.group().charAt(1));
    }
    return gaps;
  }

  @Test
  void aGapIsFilledAndTranslatedWhereItsTextIsOne() {
    assertThat(Language.JA.of("posts/a.md: note: the post has no title"))
        .isEqualTo("posts/a.md: 補足: 投稿に title がありません");
    assertThat(Language.JA.of("  upload it to https://example.com/a.mp3"))
        .isEqualTo("  アップロード先: https://example.com/a.mp3");
    assertThat(Language.JA.of("a.md: 0:04 min, 1 line: 1 clip made, 0 found"))
        .isEqualTo("a.md: 0:04 分、1 行: クリップ 1 個を作成、0 個は作成済み");
    assertThat(Language.JA.of("枝豆の話")).isEqualTo("枝豆の話");
    assertThat(Language.EN.of("the post has no title")).isEqualTo("the post has no title");
  }
}
