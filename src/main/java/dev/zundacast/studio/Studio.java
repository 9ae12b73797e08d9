package dev.zundacast.studio;

import dev.zundacast.disk.FileWatch;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.studio.episode.Episodes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A show's page on this machine, as long as it is open. */
public final class Studio implements Closeable {
  private final Deque<Closeable> parts = new ArrayDeque<>();
  private final StudioServer server;
  private final Episodes episodes;

  private Studio(StudioSite site, StudioOptions options) throws IOException {
    EventBus events = new EventBus();
    try {
      EngineKeeper engines = with(new EngineKeeper(site.engines(), events));
      VoiceQueue queue = new VoiceQueue();
      this.episodes = with(new Episodes(site, engines, queue, events));
      // Closed before them, so that what they remember of the last line is written.
      with(queue);
      Jobs jobs = with(new Jobs(events));
      Checking checking = new Checking(episodes);
      ShowRows rows = with(new ShowRows(episodes, checking));
      with(watch(site.workspace(), rows));
      this.server =
          with(
              StudioServer.start(
                  options,
                  episodes,
                  List.of(new ApiRoutes(episodes, rows, checking, jobs), events)));
      with(events);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private FileWatch watch(Workspace workspace, ShowRows rows) throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(Files.createDirectories(workspace.scripts()));
    workspace.readings().forEach(list -> folders.add(list.toAbsolutePath().getParent()));
    episodes.posts().values().forEach(post -> folders.add(post.getParent()));
    return new FileWatch(
        folders,
        () -> {
          episodes.tellUnannounced();
          rows.refresh();
        });
  }

  /** Opens a studio; a problem where the port is taken, or voices or readings are wrong. */
  public static Studio open(StudioSite site, StudioOptions options) throws IOException {
    return new Studio(site, options);
  }

  private <T extends Closeable> T with(T part) {
    parts.push(part);
    return part;
  }

  /** Where it is served. */
  public String address() {
    return server.guard().address();
  }

  /** The address that lets a person's own browser in, at a post or anything else for the show. */
  public String entrance(Path start) {
    Path root = episodes.site().show().root();
    boolean isPost = start.startsWith(root) && Files.isRegularFile(start);
    return server.guard().entrance(isPost ? episodes.key(start) : "");
  }

  @Override
  public void close() throws IOException {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}
