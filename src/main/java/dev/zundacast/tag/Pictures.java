package dev.zundacast.tag;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/** A picture file to a picture that podcast apps take: square, RGB, JPEG or PNG, not too heavy. */
record Pictures(Path file, Use use) {
  /** Larger than any camera's picture; a small file can claim billions of pixels. */
  private static final long MOST_PIXELS = 200_000_000;

  private static final long MOST_FILE_BYTES = 100L << 20;

  /** What a picture is shown as: its largest file, and the lengths in pixels to try. */
  record Use(int mostBytes, List<Integer> edges) {
    /** Apple's smallest edge first, and what Apple advises for pictures inside a file. */
    static final Use COVER = new Use(512 * 1024, List.of(1400, 1000, 700, 500));

    /** Beside a chapter's title; an episode can have twenty of them. */
    static final Use CHAPTER = new Use(128 * 1024, List.of(600, 450, 300));
  }

  private static final float[] QUALITIES = {0.9f, 0.8f, 0.7f, 0.6f};

  /** Where {@code kept} is a folder, what has to be made of a picture is kept there. */
  Picture read(Optional<Path> kept) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw unfit(Message.of("picture.none"));
    }
    if (Files.size(file) > MOST_FILE_BYTES) {
      throw unfit(Message.of("picture.bytes", Files.size(file)));
    }
    byte[] bytes = Files.readAllBytes(file);
    Optional<PictureHeader> header = PictureHeader.of(bytes);
    if (header.isPresent() && bytes.length <= use.mostBytes && header.get().fitsPlayers()) {
      return new Picture(header.get().mime(), bytes);
    }
    if (kept.isEmpty()) {
      return new Picture("image/jpeg", compressed(square(decoded())));
    }
    Path made = kept.get().resolve(Picture.content(bytes) + "-" + use.mostBytes + ".jpg");
    if (!Files.isRegularFile(made)) {
      AtomicFile.write(made, compressed(square(decoded())));
    }
    return new Picture("image/jpeg", Files.readAllBytes(made));
  }

  private Problem unfit(Message found) {
    return Problem.in(Diagnostic.of(file, Message.of("picture.expected", found)));
  }

  private BufferedImage decoded() throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw unfit(Message.of("picture.unknownFormat"));
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return decoded(reader);
      } catch (OutOfMemoryError e) {
        throw unfit(Message.of("picture.memory")).causedBy(e);
      } catch (IOException | RuntimeException e) {
        // Readers throw whatever a broken file leads them to.
        throw e instanceof Problem known
            ? known
            : unfit(Message.of("picture.notDecoded", Message.of(e))).causedBy(e);
      } finally {
        reader.dispose();
      }
    }
  }

  private BufferedImage decoded(ImageReader reader) throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > MOST_PIXELS) {
      throw unfit(Message.of("picture.pixels", width, height));
    }
    // Every n-th pixel is enough for what is scaled down anyway, and saves its memory.
    int most = 2 * use.edges.get(0);
    int step = (int) Math.max(1, (Math.max(width, height) + most - 1) / most);
    ImageReadParam some = reader.getDefaultReadParam();
    some.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, some);
  }

  /** The whole picture in the middle of a square in the colour of its corner. */
  private static BufferedImage square(BufferedImage image) {
    int edge = Math.max(image.getWidth(), image.getHeight());
    BufferedImage square = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = square.createGraphics();
    Color corner = new Color(image.getRGB(0, 0), true);
    canvas.setColor(corner.getAlpha() < 255 ? Color.WHITE : corner);
    canvas.fillRect(0, 0, edge, edge);
    canvas.drawImage(image, (edge - image.getWidth()) / 2, (edge - image.getHeight()) / 2, null);
    canvas.dispose();
    return square;
  }

  private byte[] compressed(BufferedImage image) throws IOException {
    for (int edge : use.edges) {
      BufferedImage scaled = scaled(image, Math.min(edge, image.getWidth()));
      for (float quality : QUALITIES) {
        byte[] jpeg = jpeg(scaled, quality);
        if (jpeg.length <= use.mostBytes) {
          return jpeg;
        }
      }
    }
    throw unfit(Message.of("picture.staysLarge", use.mostBytes));
  }

  private static BufferedImage scaled(BufferedImage image, int edge) {
    if (edge == image.getWidth()) {
      return image;
    }
    BufferedImage scaled = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = scaled.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.drawImage(image, 0, 0, edge, edge, null);
    canvas.dispose();
    return scaled;
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
