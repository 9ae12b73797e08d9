package dev.zundacast.pipeline.show;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Yaml;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.layout.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The first files of a show's folder: its settings, and what keeps git from what can be made. */
public final class SetUp {
  private static final String TEXT =
      """
      # How zundacast makes the episodes of this show. Every key may be left out; see docs/settings.md.

      # Engines that share the work; 'draft' is the built-in one.
      %s
      # Instead of them one that is installed here, which is started when it is needed.
      # engine: voicevox

      # How the posts are written: yattecast, jekyll, hugo or astro; docs/settings.md has more.
      %s

      # Where things lie, from this folder. Jekyll publishes no folder whose name begins with _.
      # Narration scripts, which people edit: keep them in git.
      # scripts: _zundacast/scripts
      # Voices of this show's own, which go before the program's ('zundacast voices new NAME').
      # voices: _zundacast/voices
      # Readings of this show's own, which go before the program's ('zundacast dict add').
      # readings: _zundacast/readings.tsv
      # What can be made again: clips, transcripts, episodes for upload.
      # out: _zundacast/out

      # Way of speaking instead of the voice's own: as-written, nanoda, dayo, desuwa.
      # style: nanoda
      # How long the articles may take, in minutes; 0 says everything. Without it 8.
      # minutes: 8
      # Narrations that somebody else wrote, taken where they are there.
      # narrations: narrations/{post}.txt
      # Programmes by weekday, where titles do not name them.
      # show:
      #   monday: 月曜の番組
      # A language model that 'script' asks, without it none; docs/rewriting.md.
      # rewrite:
      #   url: https://api.openai.com/v1
      #   model: gpt-4.1-mini
      #   key-env: OPENAI_API_KEY

      # Put transcripts and chapter files beside the MP3 in the site, too.
      # sidecars: false

      # audio:
      #   # Loudness as podcast apps play it.
      #   lufs: -16
      #   # Music, named from this folder: WAV, MP3, FLAC or Ogg Vorbis.
      #   music:
      #     opening: music/opening.flac
      #     jingle: music/jingle.wav
      #     closing: music/closing.mp3
      #     bed: music/bed.ogg

      # Commands that publish an episode, once each, after 'zundacast publish --trust'; docs/publishing.md.
      # publish:
      #   - name: commit
      #     run: |
      #       git add -- "$ZUNDACAST_POST" "$ZUNDACAST_SCRIPT" "${ZUNDACAST_MP3%%.mp3}".*
      #       git diff --cached --quiet || git commit --quiet -m "$ZUNDACAST_DATE distribution"
      #       git push --quiet origin HEAD
      # Where 'zundacast archive' puts the audio of old episodes; docs/publishing.md.
      # archive:
      #   run: rclone copyto "$ZUNDACAST_MP3" r2:my-show/old/"$ZUNDACAST_FILE"
      #   address: https://cdn.example.com/old/{name}
      """;

  private SetUp() {}

  /**
   * Writes the settings, unless they are there.
   *
   * @param engines to be named in them, none to leave that to the environment
   * @param preset how its posts are written
   * @param language puts its comments into that of the person
   * @return the file, where it was written
   */
  public static Optional<Path> settings(
      ShowFolder show, List<String> engines, Preset preset, UnaryOperator<String> language)
      throws IOException {
    if (Files.exists(show.settings())) {
      return Optional.empty();
    }
    String named =
        engines.isEmpty()
            ? "# engines: [http://127.0.0.1:50021]"
            : "engines: [" + String.join(", ", engines.stream().map(Yaml::quoted).toList()) + "]";
    String layout = (preset == Preset.YATTECAST ? "# layout: " : "layout: ") + preset.word();
    AtomicFile.write(show.settings(), language.apply(TEXT).formatted(named, layout));
    return Optional.of(show.settings());
  }

  /**
   * Lets git ignore what can be made again, unless that is said already.
   *
   * @return the file, where it was written
   */
  public static Optional<Path> ignored(ShowFolder show, Workspace workspace) throws IOException {
    Path file = show.data().resolve(".gitignore");
    if (Files.exists(file)) {
      return Optional.empty();
    }
    workspace.ignoreOut();
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }
}
