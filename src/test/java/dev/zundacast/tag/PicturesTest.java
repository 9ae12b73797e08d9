package dev.zundacast.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void aFittingPictureIsTakenAsItIs(String format) throws IOException {
    Path file = picture(format, 300, 300, BufferedImage.TYPE_INT_RGB);

    Picture picture = Tags.picture(file);

    assertThat(picture.bytes()).isEqualTo(Files.readAllBytes(file));
    assertThat(picture.mime()).isEqualTo(format.equals("png") ? "image/png" : "image/jpeg");
  }

  @Test
  void aWidePictureStandsWholeOnASquare() throws IOException {
    BufferedImage tagged =
        decoded(Tags.picture(picture("png", 400, 100, BufferedImage.TYPE_INT_RGB)));

    assertThat(tagged.getWidth()).isEqualTo(400);
    assertThat(tagged.getHeight()).isEqualTo(400);
  }

  @Test
  void aTransparentPictureIsMadeOpaque() throws IOException {
    Picture picture = Tags.picture(picture("png", 200, 200, BufferedImage.TYPE_INT_ARGB));

    assertThat(picture.mime()).isEqualTo("image/jpeg");
    assertThat(decoded(picture).getRGB(1, 1)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void aHeavyPictureIsMadeSmallerButNotBelowWhatAppleAsksFor() throws IOException {
    Path noise = picture("png", 2000, 2000, BufferedImage.TYPE_INT_RGB);

    Picture picture = Tags.picture(noise);

    assertThat(Files.size(noise)).isGreaterThan(512 * 1024);
    assertThat(picture.bytes().length).isLessThanOrEqualTo(512 * 1024);
    assertThat(decoded(picture).getWidth()).isEqualTo(decoded(picture).getHeight());
  }

  @Test
  void aMissingPictureIsNamed() {
    assertThatThrownBy(() -> Tags.picture(folder.resolve("none.jpg")))
        .isInstanceOf(Problem.class)
        .hasMessage("no such picture; expected a JPEG or PNG picture");
  }

  @Test
  void aTextIsNoPicture() throws IOException {
    Path file = Files.writeString(folder.resolve("cover.jpg"), "not a picture");

    assertThatThrownBy(() -> Tags.picture(file))
        .isInstanceOf(Problem.class)
        .hasMessage("not a picture of a known format; expected a JPEG or PNG picture");
  }

  @Test
  void aCutPictureIsRefusedOrPadded() throws IOException {
    byte[] whole = Files.readAllBytes(picture("png", 900, 600, BufferedImage.TYPE_INT_RGB));
    Path file = Files.write(folder.resolve("cut.png"), java.util.Arrays.copyOf(whole, 90));

    assertThatThrownBy(() -> Tags.picture(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("the picture cannot be decoded (");
  }

  @Test
  void aFewBytesCannotClaimBillionsOfPixels() throws IOException {
    byte[] png = Files.readAllBytes(picture("png", 8, 8, BufferedImage.TYPE_INT_RGB));
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, 60_000).putInt(20, 50_000);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    header.putInt(29, (int) crc.getValue());
    Path file = Files.write(folder.resolve("bomb.png"), png);

    assertThatThrownBy(() -> Tags.picture(file))
        .isInstanceOf(Problem.class)
        .hasMessage("the picture has 60000 x 50000 pixels; expected a JPEG or PNG picture");
  }

  private static BufferedImage decoded(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
  }

  /** Noise when large, so that nothing compresses it; black or clear when small. */
  private Path picture(String format, int width, int height, int type) throws IOException {
    BufferedImage image = new BufferedImage(width, height, type);
    if (width > 1000) {
      Random random = new Random(1);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          image.setRGB(x, y, random.nextInt());
        }
      }
    }
    Path file = folder.resolve("cover." + format);
    ImageIO.write(image, format, file.toFile());
    return file;
  }
}
