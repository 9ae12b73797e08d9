package dev.zundacast.studio.http;

import dev.zundacast.studio.episode.Episodes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Sounds and their wave forms; a player may ask for any part of one. */
public final class AudioRoutes implements Consumer<RoutesConfig> {
  private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{64}");
  private static final String JSON = "application/json; charset=utf-8";

  private final Episodes episodes;

  /** The sounds of these episodes. */
  public AudioRoutes(Episodes episodes) {
    this.episodes = episodes;
  }

  @Override
  public void accept(RoutesConfig routes) {
    routes.get("/audio/clip/{name}.wav", this::clip);
    routes.get("/audio/clip/{name}.peaks", this::clipPeaks);
    routes.get("/audio/episode/{key}.mp3", this::episode);
    routes.get("/audio/episode/{key}.peaks", this::episodePeaks);
  }

  private void clip(Context request) throws IOException {
    FileAnswer.send(request, there(episodes.clip(identity(request))), "audio/wav");
  }

  private static String identity(Context request) {
    String name = request.pathParam("name");
    if (!IDENTITY.matcher(name).matches()) {
      throw Refused.of(404, "not found");
    }
    return name;
  }

  private static <T> T there(Optional<T> sound) {
    return sound.orElseThrow(() -> Refused.of(404, "this sound is not there"));
  }

  private void clipPeaks(Context request) throws IOException {
    request.contentType(JSON).result(there(episodes.peaks().ofClip(identity(request))));
  }

  private void episode(Context request) throws IOException {
    Path mp3 = there(episodes.mp3(episodes.open(request.pathParam("key"))));
    FileAnswer.send(request, mp3, "audio/mpeg");
  }

  private void episodePeaks(Context request) throws IOException {
    String peaks = there(episodes.peaks().of(episodes.open(request.pathParam("key"))));
    request.contentType(JSON).result(peaks);
  }
}
