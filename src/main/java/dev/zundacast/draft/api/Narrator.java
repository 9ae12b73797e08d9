package dev.zundacast.draft.api;

import dev.zundacast.draft.speech.VoiceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who speaks: a name and the styles, numbered from 0, with a voice file for each. */
public record Narrator(String name, String uuid, String policy, List<Style> styles) {
  private static final String MEI_UUID = "6f1c7c2e-3f0b-4f5e-9d55-6a1f9d7b2c40";
  private static final String OTHER_UUID = "2b0d5a57-7c55-4f0e-8a63-0f4c1b8f9e21";

  private static final String MEI_POLICY =
      """
      # HTS Voice "Mei"

      Copyright (c) 2009-2013 Nagoya Institute of Technology, Department of Computer Science.
      Released by the MMDAgent Project Team (http://www.mmdagent.jp/) under the
      [Creative Commons Attribution 3.0](https://creativecommons.org/licenses/by/3.0/) license.

      Sound made with this voice must name it, for example as
      `HTS Voice "Mei" (c) 2009-2013 Nagoya Institute of Technology, CC BY 3.0`.
      """;

  private static final String OTHER_POLICY =
      """
      # A voice of your own

      This voice was found on this machine. See the license that came with it before you publish
      what it speaks.
      """;

  /** The styles of Mei by what their file names end with, in the order of their numbers. */
  private static final List<String[]> MEI_STYLES =
      List.of(
          new String[] {"normal", "ノーマル"},
          new String[] {"angry", "怒り"},
          new String[] {"bashful", "照れ"},
          new String[] {"happy", "喜び"},
          new String[] {"sad", "悲しみ"});

  public Narrator {
    styles = List.copyOf(styles);
  }

  /** One way of speaking. */
  public record Style(int id, String name, VoiceFile voice) {}

  /** The narrator that these files, at least one, make. */
  public static Narrator of(List<VoiceFile> voices) {
    List<Style> mei = new ArrayList<>();
    for (int id = 0; id < MEI_STYLES.size(); id++) {
      String end = "mei_" + MEI_STYLES.get(id)[0];
      for (VoiceFile voice : voices) {
        if (stem(voice).equals(end)) {
          mei.add(new Style(id, MEI_STYLES.get(id)[1], voice));
        }
      }
    }
    if (!mei.isEmpty()) {
      return new Narrator("Mei", MEI_UUID, MEI_POLICY, mei);
    }
    List<Style> styles = new ArrayList<>();
    for (VoiceFile voice : voices) {
      styles.add(new Style(styles.size(), stem(voice), voice));
    }
    return new Narrator(styles.get(0).name(), OTHER_UUID, OTHER_POLICY, styles);
  }

  private static String stem(VoiceFile voice) {
    return voice
        .file()
        .getFileName()
        .toString()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("\\.htsvoice$", "");
  }

  Optional<Style> style(int id) {
    return styles.stream().filter(style -> style.id() == id).findFirst();
  }
}
