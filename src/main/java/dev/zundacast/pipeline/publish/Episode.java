package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A post with its audio, as it is on disk now, and the folder that builds leave of it. */
record Episode(Path post, FrontMatter front, Show show, AudioPlaces.Place place, Path folder) {
  static Episode read(Path post, Optional<Path> site, Workspace workspace) throws IOException {
    FrontMatter front = FrontMatter.read(post);
    Show show = Shows.find(post, site);
    AudioPlaces.Place place = new AudioPlaces(Optional.empty(), workspace.out()).find(front, show);
    return new Episode(post, front, show, place, workspace.episode(post));
  }

  Optional<Path> mp3() {
    return place.local();
  }

  boolean isRemote() {
    return place.remote().isPresent();
  }

  /** What tells its sound and title from those of any other, wherever the MP3 lies. */
  String sound() throws IOException {
    String sound = mp3().isPresent() ? Digest.file(mp3().get()) : front.path();
    return new Digest().add(sound).add(title()).hex();
  }

  String title() {
    return front.value("title").orElse(Post.stem(post));
  }

  /** Its day, as 20260316. */
  String day() {
    LocalDate day = PostFiles.day(post);
    return day.equals(LocalDate.MIN) ? "" : day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** The values that commands find in their environment. */
  Map<String, String> values(Workspace workspace) {
    Map<String, String> values = new TreeMap<>();
    values.put("ZUNDACAST_POST", post.toString());
    values.put("ZUNDACAST_NAME", Post.stem(post));
    values.put("ZUNDACAST_SCRIPT", workspace.script(post).toString());
    values.put("ZUNDACAST_MP3", mp3().map(Path::toString).orElse(""));
    values.put("ZUNDACAST_FILE", mp3().map(Workspace::name).orElse(""));
    values.put("ZUNDACAST_AUDIO", audio());
    values.put("ZUNDACAST_TITLE", title());
    values.put("ZUNDACAST_DATE", day());
    values.put("ZUNDACAST_DURATION", front.value(FrontMatter.DURATION).orElse(""));
    values.put("ZUNDACAST_PAGE", show.url());
    return values;
  }

  /** The address of the audio as listeners fetch it, else its path. */
  String audio() {
    String named = front.path();
    return isRemote() || show.url().isEmpty() ? named : show.url() + named;
  }
}
