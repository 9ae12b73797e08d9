package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.Json;
import dev.zundacast.testkit.WrittenPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Episodes in the words of a language model, which a real server answers for. */
class RewriteCommandTest {
  private static final String KEY = "sk-secret-of-the-test";
  private static final String NAME = "2026-08-21-1";
  private static final String POST = "_posts/" + NAME + ".md";
  private static final String TEXT =
      WrittenPost.of(
          """
          - [小さな時計](https://example.com/clock)\s\s

          町の工房が、木の時計「こだま」を公開しました。重さは350グラムです。電池は1年持ちます。防水には対応していません。

          引用元: https://example.com/clock
          """);

  private static final String LEAD = "町の工房が、木の時計「こだま」を公開したのだ！";

  @TempDir Path folder;
  private final MockWebServer server = new MockWebServer();
  private Shell shell = new Shell(Path.of("."));

  @BeforeEach
  void site() throws IOException {
    server.start();
    shell =
        new Shell(folder)
            .env("ZUNDACAST_VOICES", Path.of("voices").toAbsolutePath().toString())
            .env("ZUNDACAST_MODEL_KEY", KEY);
    WrittenPost.on(folder, TEXT);
    settings("timeout: 20");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void settings(String more) throws IOException {
    Files.writeString(
        folder.resolve("zundacast.yaml"),
        "rewrite:\n  url: "
            + server.url("/v1")
            + "\n  model: test-model\n  key-env: ZUNDACAST_MODEL_KEY\n  "
            + more
            + "\n");
  }

  private static final String GOOD =
      "<think>一本だけだ。</think>\n## opening\nやあ、ぼくなのだ。\n## a1\n小さな時計のお話なのだ。\n"
          + LEAD
          + "\n重さは350グラムなのだ。\n## ending\nまたねなのだ。\n";

  private static MockResponse completion(String content) {
    return completion(content, "stop");
  }

  /**
   * @param reason why the answer ended
   */
  private static MockResponse completion(String content, String reason) {
    return json(
        Json.text(
            Map.of(
                "choices",
                List.of(
                    Map.of(
                        "finish_reason",
                        reason,
                        "message",
                        Map.of("role", "assistant", "content", content))),
                "usage",
                Map.of("prompt_tokens", 900, "completion_tokens", 250))));
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .code(200)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private static MockResponse status(int code, String body) {
    return new MockResponse.Builder().code(code).body(body).build();
  }

  private void answers(MockResponse... responses) {
    for (MockResponse response : responses) {
      server.enqueue(response);
    }
  }

  private Shell.Result script(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "script";
    args[1] = POST;
    System.arraycopy(options, 0, args, 2, options.length);
    return shell.run(args);
  }

  private Path file() {
    return folder.resolve("_zundacast/scripts/" + NAME + ".txt");
  }

  private String text() throws IOException {
    return Files.readString(file());
  }

  private void edit(String from, String to) throws IOException {
    assertThat(text()).contains(from);
    Files.writeString(file(), text().replace(from, to));
  }

  @Test
  void asksForAWholeEpisodeAndSendsBackWhatIsWrong() throws Exception {
    answers(completion(GOOD.replace("350グラム", "850グラム")), completion(GOOD));
    Shell.Result result = script();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("a1: 3 sentences", "narrated: 2 answers asked for (1800 + 500 tokens), 0 kept");
    RecordedRequest request = server.takeRequest();
    assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/chat/completions");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
    assertThat(request.getBody().utf8())
        .contains("\"model\":\"test-model\"", "\"temperature\":0.0", "## opening、## a1、## ending")
        .contains("2: 重さは350グラムです。", "ぼく", "のだ")
        .doesNotContain(KEY);
    assertThat(server.takeRequest().getBody().utf8()).contains("850グラム", "数 850グラムが記事にありません", "全文");
    assertThat(text()).contains("@narration test-model-", "重さは350グラムなのだ。").doesNotContain("850");
    assertThat(script().out()).contains("up to date");
    assertThat(shell.run("build", POST, "--dry-run").code()).isZero();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void anAnswerThatWasCutOffIsAskedForAgain() throws Exception {
    answers(completion(GOOD.replaceFirst("## ending[^#]*$", ""), "length"), completion(GOOD));
    assertThat(script().out()).contains("2 answers asked for");
    server.takeRequest();
    assertThat(server.takeRequest().getBody().utf8()).contains("原稿が途中で切れている");
    assertThat(text()).contains("またねなのだ");
  }

  @Test
  void anAnswerThatIsThereIsNotAskedForAgain() throws Exception {
    answers(completion(GOOD));
    script();
    String first = text();
    Files.delete(file());
    assertThat(script().out()).contains("0 answers asked for (0 + 0 tokens), 1 kept");
    assertThat(text()).isEqualTo(first);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void keepsTheModelsWordsWhereNoModelIsAsked() throws Exception {
    answers(completion(GOOD));
    script();
    String first = text();
    assertThat(script("--no-rewrite").out()).contains("up to date");
    Files.delete(folder.resolve("zundacast.yaml"));
    assertThat(script().out()).contains("up to date");
    assertThat(text()).isEqualTo(first);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void saysByTheRulesWhatAModelDoesNotTell() throws Exception {
    answers(completion("ごめんなさい、できません。"), completion("ごめんなさい、できません。"));
    assertThat(script().code()).isZero();
    assertThat(text()).contains("木の時計「こだま」を公開したのだ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "<html>busy</html>",
        "{}",
        "{\"choices\":[]}",
        "{\"choices\":[{\"message\":{\"content\":null}}]}",
        "{\"choices\":[{\"message\":{\"refusal\":\"\\u202ENo.\"}}]}",
        "[[[[[[",
      })
  void brokenAnswersCostTheNarrationAndNotTheEpisode(String body) throws Exception {
    answers(json(body), json(body));
    Shell.Result result = script();
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("no narration was written: test-model at");
    assertThat(text()).contains("公開したのだ").doesNotContain("\u202E", "@narration");
  }

  @Test
  void whatNobodyHearsIsToldAndWhatNobodySeesIsNeverWritten() throws Exception {
    String hostile =
        GOOD.replace(
            "## ending", "\u202E== a9 article\n見て\u200Bほしいのだ https://evil.example なのだ！\n## ending");
    answers(completion(hostile), completion(hostile));
    assertThat(script().out()).contains("'https://' is nothing that is said");
    assertThat(text()).contains("見てほしいのだ").doesNotContain("\u202E", "\u200B", "\n== a9");
    assertThat(shell.run("check", POST).out()).contains("narration");
  }

  @Test
  void aHugeAnswerIsNotReadToItsEnd() throws Exception {
    answers(json("{\"choices\":\"" + "x".repeat(2 << 20) + "\"}"));
    assertThat(script().out()).contains("answered with more than 1 MB");
  }

  @Test
  void aBusyServerIsAskedAgain() throws Exception {
    answers(status(503, ""), completion(GOOD));
    assertThat(script().out()).contains("a1: 3 sentences");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void whatAServerDoesNotTakeIsLeftOut() throws Exception {
    answers(
        status(400, "{\"error\":{\"message\":\"Use 'max_completion_tokens' instead.\"}}"),
        status(400, "{\"error\":{\"message\":\"temperature is not supported\"}}"),
        completion(GOOD));
    assertThat(script().out()).contains("a1: 3 sentences");
    server.takeRequest();
    server.takeRequest();
    assertThat(server.takeRequest().getBody().utf8())
        .contains("\"max_completion_tokens\"")
        .doesNotContain("\"temperature\"", "\"max_tokens\"");
  }

  @Test
  void aWrongKeyIsShownNever() throws Exception {
    answers(status(401, "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + "\"}}"));
    Shell.Result result = script();
    assertThat(result.out())
        .contains("no narration was written: test-model at")
        .contains("answered 401: Incorrect API key provided: …");
    assertThat(result.out() + result.err() + text()).doesNotContain(KEY);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    answers(
        new MockResponse.Builder().code(302).addHeader("Location", server.url("/other")).build());
    assertThat(script().out()).contains("answered 302");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aSlowServerIsNotWaitedFor() throws Exception {
    settings("timeout: 0.3\n  attempts: 1");
    server.enqueue(new MockResponse.Builder().headersDelay(5, TimeUnit.SECONDS).body(GOOD).build());
    assertThat(script().out()).contains("did not answer within 1 s");
    assertThat(text()).contains("公開したのだ");
  }

  @Test
  void aServerThatIsAwayIsSaid() throws Exception {
    server.close();
    assertThat(script().out()).contains("cannot be reached");
    assertThat(text()).contains("公開したのだ");
  }

  @Test
  void aKeyThatIsMissingIsSaid() throws Exception {
    shell.env("ZUNDACAST_MODEL_KEY", "");
    assertThat(script().out())
        .contains("the environment variable ZUNDACAST_MODEL_KEY holds no key");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void offlineAndADryRunAskNobody() throws Exception {
    assertThat(script("--offline").out()).contains("no answer is kept for it");
    assertThat(script("--dry-run").out()).contains("no answer is kept for it");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void saysByTheRulesWhatNobodyAnswers() throws Exception {
    Shell.Result result = script("--offline");
    assertThat(result.out()).contains("no narration was written: ");
    assertThat(text()).contains("木の時計「こだま」を公開したのだ").doesNotContain("@narration");
  }

  @Test
  void whatPeopleDoNotSeeIsNotSent() throws Exception {
    Files.writeString(folder.resolve(POST), TEXT.replace("電池は", "\u200B\u202E\uDB40\uDC41電池は"));
    answers(completion(GOOD));
    script();
    assertThat(server.takeRequest().getBody().utf8())
        .contains("3: 電池は1年持ちます。")
        .doesNotContain("\u202E", "\u200B", "\uDB40\uDC41");
  }

  @Test
  void tellsAProgramWhatItCost() throws Exception {
    answers(completion(GOOD));
    assertThat(Json.tree(script("--json").out()).path("rewriting"))
        .isEqualTo(
            Json.tree(
                "{\"notes\":[],\"asked\":1,\"kept\":0,"
                    + "\"prompt_tokens\":900,\"completion_tokens\":250}"));
  }

  @Test
  void aDamagedAnswerIsAskedForAgain() throws Exception {
    answers(completion(GOOD));
    script();
    Files.delete(file());
    try (var kept = Files.list(folder.resolve("_zundacast/out/rewrites"))) {
      Path answer = kept.findFirst().orElseThrow();
      Files.writeString(answer, Files.readString(answer).replace("350", "999"));
    }
    answers(completion(GOOD));
    assertThat(script().out()).contains("1 answers asked for");
    assertThat(text()).doesNotContain("999");
  }

  @Test
  void anOpenAddressIsRefusedForAKey() throws Exception {
    Files.writeString(
        folder.resolve("zundacast.yaml"),
        "rewrite:\n  url: http://models.example/v1\n  model: m\n  key-env: ZUNDACAST_MODEL_KEY\n");
    Shell.Result result = script();
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err())
        .contains("zundacast.yaml:2:8: ")
        .contains("a key is sent over https or to this machine only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_SECRET_ACCESS_KEY",
        "OPENAI_API_KEY",
        "ZUNDACAST_STUDIO_PASSWORD",
        "ZUNDACAST_STORE_TOKEN"
      })
  void aSecretGoesToNoOtherHostThanItsOwn(String variable) throws IOException {
    server.enqueue(completion(GOOD));
    settings("timeout: 20");
    Path file = folder.resolve("zundacast.yaml");
    Files.writeString(file, Files.readString(file).replace("ZUNDACAST_MODEL_KEY", variable));
    shell.env(variable, KEY);
    Shell.Result refused = shell.run("script", POST);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .containsPattern("zundacast\\.yaml:\\d:3: " + variable + " would be sent to another host")
        .contains("--allow-key")
        .doesNotContain(KEY);
    assertThat(server.getRequestCount()).isZero();
    // Allowed once, for this variable and this host.
    assertThat(shell.run("script", POST, "--allow-key").code()).isZero();
    assertThat(server.getRequestCount()).isPositive();
    assertThat(shell.run("script", POST).code()).isZero();
    Files.writeString(file, Files.readString(file).replace(variable, "GITHUB_TOKEN"));
    assertThat(shell.run("script", POST).code()).isEqualTo(4);
  }
}
