package dev.zundacast.studio.live;

import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.studio.StudioSite;
import dev.zundacast.studio.view.ShowView;
import dev.zundacast.studio.view.ShowView.EpisodeState;
import dev.zundacast.studio.view.ShowView.PostRow;
import dev.zundacast.studio.view.ShowView.ScriptState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The posts of a show to the rows of its page. */
public final class ShowRows {
  private final StudioSite site;
  private final KnownPosts posts;
  private final Engines engines;
  private final News news;
  private final CurrentStages stages;

  /** The rows of this show. */
  public ShowRows(
      StudioSite site, CurrentStages stages, KnownPosts posts, Engines engines, News news) {
    this.site = site;
    this.posts = posts;
    this.engines = engines;
    this.news = news;
    this.stages = stages;
  }

  /** The show with all its posts. */
  public ShowView show() throws IOException {
    long last = news.last();
    Show show = Shows.find(site.show().root().resolve("post"), Optional.of(site.show().root()));
    return new ShowView(
        show.title(),
        String.valueOf(site.show().root().getFileName()),
        site.version(),
        posts(""),
        engines.view(),
        show.language(),
        last);
  }

  /** The posts whose date, title or file holds this text. */
  public List<PostRow> posts(String wanted) throws IOException {
    String text = wanted.strip().toLowerCase(Locale.ROOT);
    List<PostRow> rows = new ArrayList<>();
    for (Map.Entry<String, Path> post : posts.all().entrySet()) {
      PostRow row = row(post.getKey(), post.getValue());
      String all = row.date() + " " + row.title() + " " + row.file();
      if (all.toLowerCase(Locale.ROOT).contains(text)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private PostRow row(String key, Path post) throws IOException {
    Workspace workspace = site.workspace();
    Optional<BuildRecord> record = BuildRecord.read(workspace.episode(post));
    Path script = workspace.script(post);
    boolean written = Files.isRegularFile(script);
    String title = "";
    String date = "";
    String error = null;
    boolean published = false;
    try {
      FrontMatter front = FrontMatter.parse(post, Posts.bytes(post));
      title = front.value("title").orElse("");
      date = front.value("date").orElse("");
      published = !front.value(FrontMatter.SIZE).orElse("").strip().matches("0*");
    } catch (Problem wrong) {
      error = wrong.getMessage();
    }
    EpisodeState state =
        record.isPresent()
            ? EpisodeState.BUILT
            : published ? EpisodeState.PUBLISHED : EpisodeState.NONE;
    return new PostRow(
        key,
        date,
        title,
        written ? ScriptState.OK : ScriptState.NONE,
        state,
        null,
        record.map(BuildRecord::millis).orElse(null),
        null,
        null,
        written ? decisions(script) : 0,
        Workspace.name(post),
        error);
  }

  private int decisions(Path script) {
    try {
      return stages.get().scripts().decisions(script).size();
    } catch (IOException | Problem unreadable) {
      return 0;
    }
  }
}
