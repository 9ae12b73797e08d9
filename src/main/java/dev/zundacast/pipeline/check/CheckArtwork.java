package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Show;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.tag.PictureHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A show's picture to what podcast directories would refuse it for. */
public final class CheckArtwork {
  /** The size of a JPEG stands behind its own data, which may be large. */
  private static final int MOST_BYTES = 1 << 24;

  private static final int SMALLEST = 1400;
  private static final int LARGEST = 3000;
  private static final Message NEXT = Message.of("check.saveSquarePicture");

  private CheckArtwork() {}

  static List<Diagnostic> check(Show show) throws IOException {
    return show.cover().isPresent() ? check(show.cover().get()) : List.of(missing(show));
  }

  private static Diagnostic missing(Show show) {
    Path root = show.root();
    // Hugo and Astro have no _config.yml.
    Path config =
        Stream.of("_config.yml", Settings.NAME)
            .map(root::resolve)
            .filter(Files::exists)
            .findFirst()
            .orElse(root);
    return Diagnostic.of(config, "check.noShowPicture", folder(show));
  }

  /** The folder for a missing picture, from which the site serves it: "" or with a slash. */
  public static String folder(Show show) {
    return show.files().equals(show.root())
        ? Stream.of("static/", "public/")
            .filter(it -> Files.isDirectory(show.root().resolve(it)))
            .findFirst()
            .orElse("")
        : show.root().relativize(show.files()) + "/";
  }

  private static List<Diagnostic> check(Path file) throws IOException {
    Optional<PictureHeader> header;
    try (InputStream in = Files.newInputStream(file)) {
      header = PictureHeader.of(in.readNBytes(MOST_BYTES));
    }
    if (header.isEmpty()) {
      return List.of(Diagnostic.of(file, Message.of("check.noPicture")).withNext(NEXT));
    }
    int width = header.get().width();
    int height = header.get().height();
    boolean plain = header.get().plain();
    boolean fits = plain && width == height && width >= SMALLEST && width <= LARGEST;
    String kind = header.get().mime().endsWith("png") ? "PNG" : "JPEG";
    String key = plain ? "check.picture" : "check.pictureNotRgb";
    return fits ? List.of() : List.of(Diagnostic.of(file, key, kind, width, height).withNext(NEXT));
  }
}
