package dev.zundacast.pipeline.episode;

import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Article;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Show;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.tag.Picture;
import dev.zundacast.tag.Tags;
import dev.zundacast.tasks.IoFunction;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The pictures of an episode: the post's own where its {@code image_url} is a file of the site,
 * else the show's; and for each section, by its id, the first picture of its article and where that
 * is on the web. The notes say what could not be used; an episode goes on air without.
 */
record EpisodePictures(
    Optional<Picture> cover,
    Map<String, Picture> chapters,
    Map<String, String> addresses,
    List<Message> notes) {

  /** Reads them, keeping what is made of them; a problem where the show's own is unreadable. */
  static EpisodePictures of(Post post, Show show, Script script, Path kept) throws IOException {
    List<Message> notes = new ArrayList<>();
    Map<String, Picture> chapters = new HashMap<>();
    // In one order, so that equal addresses are equal texts in every run.
    Map<String, String> addresses = new TreeMap<>();
    for (Section section : script.sections()) {
      Optional<SiteAddress> image = image(section, post, show);
      if (image.isPresent()) {
        addresses.put(section.id(), image.get().web());
        own(image.get(), post, show, file -> Tags.chapterPicture(file, kept), notes)
            .ifPresent(picture -> chapters.put(section.id(), picture));
      }
    }
    return new EpisodePictures(cover(post, show, kept, notes), chapters, addresses, notes);
  }

  private static Optional<SiteAddress> image(Section section, Post post, Show show) {
    return post.articles().stream()
        .filter(
            article ->
                !article.image().isEmpty()
                    && !article.url().isEmpty()
                    && article.url().equals(section.source()))
        .map(Article::image)
        .map(image -> SiteAddress.of(image, show))
        .findFirst();
  }

  private static Optional<Picture> cover(Post post, Show show, Path kept, List<Message> notes)
      throws IOException {
    SiteAddress image = SiteAddress.of(post.imageUrl(), show);
    Optional<Picture> own = own(image, post, show, file -> Tags.picture(file, kept), notes);
    if (own.isPresent() || show.cover().isEmpty()) {
      return own;
    }
    return Optional.of(Tags.picture(show.cover().get(), kept));
  }

  private static Optional<Picture> own(
      SiteAddress image,
      Post post,
      Show show,
      IoFunction<Path, Picture> reading,
      List<Message> notes) {
    try {
      Optional<Path> file = image.file(show, post.file());
      return file.isPresent() ? Optional.of(reading.apply(file.get())) : Optional.empty();
    } catch (Problem unfit) {
      notes.add(BuildReport.note(unfit.diagnostics().get(0)));
      return Optional.empty();
    } catch (IOException e) {
      notes.add(
          Message.of("build.noPicture", Workspace.name(post.file()), image.path(), Message.of(e)));
      return Optional.empty();
    }
  }

  /** An address that a post names, on the web and below the site's folder; "" where it is not. */
  public record SiteAddress(String web, String path) {
    /** What a post names by this text. */
    public static SiteAddress of(String written, Show show) {
      String address = written.strip();
      if (Workspace.isAddress(address)) {
        boolean own = !show.url().isEmpty() && address.startsWith(show.url() + "/");
        return new SiteAddress(address, own ? path(address.substring(show.url().length())) : "");
      }
      if (!address.startsWith("/") || address.startsWith("//")) {
        return new SiteAddress("", "");
      }
      String base = base(show);
      String below = address.startsWith(base + "/") ? address.substring(base.length()) : address;
      return new SiteAddress(show.url().isEmpty() ? "" : show.url() + below, path(below));
    }

    /** The file of the site, when there is one. */
    public Optional<Path> file(Show show, Path post) throws IOException {
      if (path.isEmpty()) {
        return Optional.empty();
      }
      try {
        Path file = SafePath.resolve(show.root(), path, post);
        if (Files.isRegularFile(file)) {
          return Optional.of(file);
        }
        // Sites that are built with Next.js, too, serve what lies in public/ at their root.
        Path served =
            show.files().equals(show.root()) ? show.root().resolve("public") : show.files();
        return Files.isDirectory(served)
            ? Optional.of(SafePath.resolve(served, path, post)).filter(Files::isRegularFile)
            : Optional.empty();
      } catch (Problem e) {
        if (e.diagnostics().get(0).message().key().equals("disk.deadLinkOfSite")) {
          throw e;
        }
        // A path that leads out of the site names no picture of it.
        return Optional.empty();
      }
    }

    /** The path that the site itself begins with: /show where its address is example.com/show. */
    private static String base(Show show) {
      try {
        String path = URI.create(show.url()).getPath();
        return path == null ? "" : path;
      } catch (IllegalArgumentException e) {
        return "";
      }
    }

    private static String path(String address) {
      return Escaped.undone(address.replaceFirst("[?#].*", ""));
    }
  }
}
