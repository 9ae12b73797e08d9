package dev.zundacast.draft.api;

import dev.zundacast.draft.speech.VoiceFile;

/** Finds the style and the core version that a request names. */
final class Styles {
  static final String CORE_VERSION = "0.1.0";

  private final Narrator narrator;

  Styles(Narrator narrator) {
    this.narrator = narrator;
  }

  Narrator narrator() {
    return narrator;
  }

  VoiceFile voice(int style) throws Refusal {
    return narrator
        .style(style)
        .orElseThrow(() -> Refusal.message("指定されたスタイルが見つかりませんでした。"))
        .voice();
  }

  static void checkCore(Request request) throws Refusal {
    String version = request.optional("core_version").orElse(CORE_VERSION);
    if (!version.equals(CORE_VERSION) && !version.equals("latest")) {
      throw Refusal.message("バージョン " + version + " のコアが見つかりません。");
    }
  }
}
