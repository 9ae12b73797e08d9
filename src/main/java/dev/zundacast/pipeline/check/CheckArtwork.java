package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Show;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A show's picture to what podcast directories would refuse it for. */
final class CheckArtwork {
  private static final int SMALLEST = 1400;
  private static final int LARGEST = 3000;
  private static final String NEXT = "save it as a square RGB JPEG of 1400 to 3000 pixels";

  private CheckArtwork() {}

  static List<Diagnostic> check(Show show) throws IOException {
    Optional<Path> cover = show.cover();
    if (cover.isEmpty()) {
      return List.of(missing(show.root()));
    }
    return check(cover.get());
  }

  /** Hugo and Astro have no {@code _config.yml}, and a folder of their own for pictures. */
  private static Diagnostic missing(Path root) {
    Path config =
        Stream.of("_config.yml", "zundacast.yaml")
            .map(root::resolve)
            .filter(Files::exists)
            .findFirst()
            .orElse(root);
    String folder =
        Stream.of("static/", "public/")
            .filter(it -> Files.isDirectory(root.resolve(it)))
            .findFirst()
            .orElse("");
    return Diagnostic.of(config, "no picture of the show was found")
        .withNext(
            "put a square JPEG of 1400 to 3000 pixels at " + folder + "images/cover_image.jpg");
  }

  private static List<Diagnostic> check(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return List.of(Diagnostic.of(file, "no JPEG or PNG picture").withNext(NEXT));
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return check(file, reader);
      } catch (IOException | RuntimeException e) {
        // Readers throw whatever a broken file leads them to.
        return List.of(
            Diagnostic.of(file, "the picture cannot be read: " + e.getMessage()).withNext(NEXT));
      } finally {
        reader.dispose();
      }
    }
  }

  private static List<Diagnostic> check(Path file, ImageReader reader) throws IOException {
    String format = reader.getFormatName().toLowerCase(Locale.ROOT);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    boolean known = format.equals("jpeg") || format.equals("png");
    boolean seeThrough = known && reader.getImageTypes(0).next().getColorModel().hasAlpha();
    boolean fits = known && !seeThrough && width == height && width >= SMALLEST && width <= LARGEST;
    String found =
        format.toUpperCase(Locale.ROOT)
            + " of "
            + width
            + " x "
            + height
            + " pixels"
            + (seeThrough ? " with transparency" : "");
    return fits ? List.of() : List.of(Diagnostic.of(file, found).withNext(NEXT));
  }
}
