package dev.zundacast.studio.http;

import dev.zundacast.pipeline.Workspace;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.Peaks;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Sounds and their wave forms; a player may ask for any part of one. */
public final class AudioRoutes implements Consumer<RoutesConfig> {
  private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{64}");
  private static final String JSON = "application/json; charset=utf-8";

  private final Episodes episodes;
  private final Path kept;

  /** The sounds of these episodes. */
  public AudioRoutes(Episodes episodes, Workspace workspace) {
    this.episodes = episodes;
    this.kept = workspace.out().resolve("peaks");
  }

  @Override
  public void accept(RoutesConfig routes) {
    routes.get("/audio/clip/{name}.wav", this::clip);
    routes.get("/audio/clip/{name}.peaks", this::clipPeaks);
    routes.get("/audio/episode/{key}.mp3", this::episode);
  }

  private void clip(Context request) throws IOException {
    FileAnswer.send(request, wav(request.pathParam("name")), "audio/wav");
  }

  private Path wav(String identity) throws IOException {
    if (!IDENTITY.matcher(identity).matches()) {
      throw Refused.of(404, "not found");
    }
    return episodes.clip(identity).orElseThrow(() -> Refused.of(404, "the sound is gone"));
  }

  private void clipPeaks(Context request) throws IOException {
    Path wav = wav(request.pathParam("name"));
    String name = request.pathParam("name");
    Path file = kept.resolve(name.substring(0, 2)).resolve(name + ".json");
    request.contentType(JSON).result(Peaks.of(wav, file));
  }

  private void episode(Context request) throws IOException {
    Path mp3 =
        episodes
            .mp3(episodes.open(request.pathParam("key")))
            .orElseThrow(() -> Refused.of(404, "the episode was not built yet"));
    FileAnswer.send(request, mp3, "audio/mpeg");
  }
}
