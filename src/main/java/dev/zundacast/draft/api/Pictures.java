package dev.zundacast.draft.api;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Plain pictures where clients expect some: a disc in a colour of its own for each style. */
final class Pictures {
  private Pictures() {}

  /**
   * A PNG file.
   *
   * @param hue position on the colour wheel, 0 to 1
   */
  static byte[] disc(int size, float hue) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.getHSBColor(hue, 0.45f, 0.9f));
    pen.fillOval(0, 0, size, size);
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return png.toByteArray();
  }
}
