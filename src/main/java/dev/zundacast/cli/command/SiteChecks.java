package dev.zundacast.cli.command;

import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voices;
import dev.zundacast.tag.Picture;
import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A site as a build and its listeners find it. */
record SiteChecks(Show show, Voices voices) {
  List<Finding> all() throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(name());
    findings.add(address());
    findings.add(writable());
    findings.add(cover());
    new TreeSet<>(show.actors().keySet())
        .stream()
            .filter(actor -> voices.find(actor).isEmpty())
            .filter(actor -> voices.find(show.actors().getOrDefault(actor, actor)).isEmpty())
            .map(this::actorWithoutVoice)
            .forEach(findings::add);
    return findings;
  }

  private Finding name() {
    return show.named() == Show.Named.BY_FOLDER
        ? Finding.wrong(
            "show",
            show.root() + ": no _config.yml names a title, so the show is called like its folder",
            "add 'title: …'; it becomes the album of every episode")
        : Finding.fine("show", show.title() + " at " + show.root());
  }

  private Finding address() {
    return show.url().isEmpty()
        ? Finding.note(
            "address",
            "_config.yml names no url",
            "add 'url: https://…', or episodes carry no link to their pages")
        : Finding.fine("address", show.url());
  }

  private Finding writable() {
    Path posts = show.root().resolve("_posts");
    Path checked = Files.isDirectory(posts) ? posts : show.root();
    return Files.isWritable(checked)
        ? Finding.fine("posts", checked.toString())
        : Finding.wrong(
            "posts", checked + ": cannot be written", "give yourself the right to write there");
  }

  private Finding cover() throws IOException {
    if (show.cover().isEmpty()) {
      return Finding.note(
          "cover",
          "none found in the site",
          "put a square JPEG of 1400 to 3000 pixels at images/cover_image.jpg");
    }
    Path file = show.cover().get();
    try {
      Picture picture = Tags.picture(file);
      return picture.bytes().length == Files.size(file)
          ? Finding.fine("cover", file + ", " + picture.bytes().length / 1024 + " KB")
          : Finding.note(
              "cover",
              file + " is scaled down for every episode",
              "save it as a square RGB JPEG of at most 512 KB");
    } catch (Problem e) {
      return Finding.wrong("cover", file + ": " + e.getMessage(), "save it as an RGB JPEG");
    }
  }

  private Finding actorWithoutVoice(String actor) {
    return Finding.note(
        actor,
        "_config.yml has this actor, " + voices.folder() + " has no voice of this name",
        "posts by them need a voice file; there are " + voices.known());
  }
}
