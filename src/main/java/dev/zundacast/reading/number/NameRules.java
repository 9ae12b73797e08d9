package dev.zundacast.reading.number;

import java.util.List;

/** Numbers that are names, said digit by digit: Microsoft 365, HTTP 404, RTX 5090. */
final class NameRules {
  private static final String NO_DIGIT = "(?![\\d.,])";

  /** Names whose number is said in English though a space parts them: Gemini 3, Switch 2. */
  private static final String NUMBERED_NAME =
      "Claude|Gemini|Llama|LLaMA|Grok|Gemma|Phi|Qwen|GPT|Switch|Ryzen|Opus|Sonnet|Haiku|Imagen|Sora"
          + "|Veo|Windows|Unity|Vue|React|Angular|Swift|Python|Java|Kimi|Stable Diffusion"
          + "|Final Fantasy|Dark Souls|Pixel|Quest|iPhone|iPad|PlayStation";

  /** A digit that counts nothing. */
  private static final String ALONE =
      "(?:10|\\d)(?![\\d.,]|[つ本人台種個社年月日回版章点枚位冊件話巻曲倍割分秒時万億千か行]|%|％|パーセント|ヶ月|週)";

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "(?<=(?:" + NUMBERED_NAME + ") )" + ALONE,
              found -> EnglishNumber.small(found.group()).orElse(found.group())),
          Rule.of("(?<=(?:Microsoft|Office|Dynamics) ?)365" + NO_DIGIT, found -> "サンロクゴ"),
          Rule.of(
              "(?<=HTTP ?|HTTP/1\\.[01] ?|ステータス|ステータスコード)[1-5]0[1-9]" + NO_DIGIT,
              found -> round(found.group())),
          Rule.of(
              "[45]0[1-9](?= ?(?:Not Found|Forbidden|Unauthorized|Bad Gateway|Service|エラー|Error))",
              found -> round(found.group())),
          Rule.of(
              "(?<=(?:RTX|RX|Ryzen \\d|Quadro|Arc) ?)[2-9]\\d{3}" + NO_DIGIT,
              found -> round(found.group())));

  private NameRules() {}

  /** A zero in such names is called by its shape. */
  private static String round(String digits) {
    return JapaneseNumber.oneByOne(digits).replace("ゼロ", "マル");
  }
}
