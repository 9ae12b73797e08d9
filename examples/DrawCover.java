import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Draws the example show's cover: {@code java examples/DrawCover.java examples/site/images/cover_image.jpg}. */
public final class DrawCover {
  private static final int EDGE = 1400;
  private static final Color CREAM = new Color(0xFBF6E6);
  private static final Color PEA = new Color(0x9CCB4B);
  private static final Color PEA_DARK = new Color(0x6FA22C);
  private static final Color INK = new Color(0x3A4A2A);

  private DrawCover() {}

  public static void main(String[] args) throws Exception {
    BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setPaint(new GradientPaint(0, 0, new Color(0xDDF0B4), 0, EDGE, new Color(0xF7E9C8)));
    g.fillRect(0, 0, EDGE, EDGE);
    waves(g);
    pod(g, 250, 260, -0.5);
    pod(g, 1160, 300, 0.45);
    plate(g);
    mochi(g, 430, 850, 250);
    mochi(g, 970, 850, 250);
    mochi(g, 700, 700, 300);
    face(g, 700, 700);
    microphone(g);
    g.dispose();
    write(image, new File(args[0]));
  }

  private static void waves(Graphics2D g) {
    g.setStroke(new BasicStroke(10));
    for (int radius = 420; radius <= 780; radius += 90) {
      g.setColor(new Color(255, 255, 255, 220 - radius / 5));
      g.draw(new Arc2D.Double(700 - radius, 640 - radius, 2 * radius, 2 * radius, 25, 130, Arc2D.OPEN));
    }
  }

  private static void pod(Graphics2D g, int x, int y, double turn) {
    Graphics2D p = (Graphics2D) g.create();
    p.translate(x, y);
    p.rotate(turn);
    p.setColor(PEA_DARK);
    p.fill(new RoundRectangle2D.Double(-220, -75, 440, 150, 150, 150));
    for (int i = -1; i <= 1; i++) {
      p.setColor(PEA);
      p.fill(new Ellipse2D.Double(i * 125 - 62, -60, 124, 120));
      p.setColor(new Color(255, 255, 255, 90));
      p.fill(new Ellipse2D.Double(i * 125 - 35, -42, 45, 34));
    }
    p.dispose();
  }

  private static void plate(Graphics2D g) {
    g.setColor(new Color(0x8A5A3B));
    g.fill(new Ellipse2D.Double(130, 920, 1140, 300));
    g.setColor(new Color(0xA9714B));
    g.fill(new Ellipse2D.Double(150, 905, 1100, 260));
  }

  private static void mochi(Graphics2D g, int x, int y, int r) {
    g.setColor(CREAM);
    g.fill(new Ellipse2D.Double(x - r, y - r * 0.8, 2 * r, 1.7 * r));
    Path2D paste = new Path2D.Double();
    paste.moveTo(x - r * 0.92, y - r * 0.1);
    paste.curveTo(x - r * 0.8, y - r * 1.15, x + r * 0.8, y - r * 1.15, x + r * 0.92, y - r * 0.1);
    paste.curveTo(x + r * 0.8, y + r * 0.15, x + r * 0.62, y - r * 0.2, x + r * 0.4, y - r * 0.08);
    paste.curveTo(x + r * 0.2, y + r * 0.1, x, y - r * 0.2, x - r * 0.25, y - r * 0.05);
    paste.curveTo(x - r * 0.5, y + r * 0.2, x - r * 0.75, y + r * 0.1, x - r * 0.92, y - r * 0.1);
    g.setColor(PEA);
    g.fill(paste);
    g.setColor(PEA_DARK);
    for (int i = 0; i < 14; i++) {
      double a = i * 2.4;
      g.fill(new Ellipse2D.Double(
          x + Math.cos(a) * r * 0.045 * i - 9, y - r * 0.5 + Math.sin(a) * r * 0.02 * i - 7, 18, 14));
    }
  }

  private static void face(Graphics2D g, int x, int y) {
    g.setColor(INK);
    g.fill(new Ellipse2D.Double(x - 120, y + 40, 34, 52));
    g.fill(new Ellipse2D.Double(x + 86, y + 40, 34, 52));
    g.setColor(Color.WHITE);
    g.fill(new Ellipse2D.Double(x - 108, y + 48, 12, 16));
    g.fill(new Ellipse2D.Double(x + 98, y + 48, 12, 16));
    g.setColor(new Color(0xF2A9A0));
    g.fill(new Ellipse2D.Double(x - 190, y + 95, 70, 36));
    g.fill(new Ellipse2D.Double(x + 120, y + 95, 70, 36));
    g.setColor(INK);
    g.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Arc2D.Double(x - 45, y + 60, 45, 50, 180, 180, Arc2D.OPEN));
    g.draw(new Arc2D.Double(x, y + 60, 45, 50, 180, 180, Arc2D.OPEN));
  }

  private static void microphone(Graphics2D g) {
    g.setColor(INK);
    g.fill(new RoundRectangle2D.Double(684, 1130, 32, 180, 20, 20));
    g.fill(new RoundRectangle2D.Double(590, 1290, 220, 34, 30, 30));
    g.setStroke(new BasicStroke(22));
    g.draw(new Arc2D.Double(600, 970, 200, 170, 180, 180, Arc2D.OPEN));
    g.setColor(new Color(0x6B7280));
    g.fill(new RoundRectangle2D.Double(630, 900, 140, 210, 130, 130));
    g.setColor(new Color(0xD1D5DB));
    g.setStroke(new BasicStroke(6));
    for (int line = 940; line <= 1060; line += 30) {
      g.drawLine(642, line, 758, line);
    }
  }

  private static void write(BufferedImage image, File file) throws Exception {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(0.85f);
    file.delete();
    try (var out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    }
    writer.dispose();
  }
}
