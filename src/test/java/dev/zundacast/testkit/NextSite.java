package dev.zundacast.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.imageio.ImageIO;

/**
 * A site that grew together with a Next.js app, of our own invention: pictures lie in public/, the
 * feed alone names the artwork, scripts/ is taken, and older posts lie in a folder that is left
 * out.
 */
public final class NextSite {
  private final Path root;

  private NextSite(Path root) {
    this.root = root;
  }

  /** A site with the posts of yesterday and of a day. */
  public static NextSite in(Path root, LocalDate day, String title) throws IOException {
    NextSite site = new NextSite(root);
    site.config(title);
    site.app();
    site.file(
        "feed.xml",
        "---\nlayout: null\n---\n<rss><channel><title>{{ site.title }}</title>\n"
            + "<itunes:image href=\"{{ site.github.url }}/images/mame_artwork_1400.jpg\"/>\n"
            + "</channel></rss>\n");
    site.post("_posts.bak", day.minusDays(30), title);
    site.post("_posts", day.minusDays(1), title);
    site.post("_posts", day, title);
    return site;
  }

  private void config(String title) throws IOException {
    file(
        "_config.yml",
        "title: "
            + title
            + "\nauthor: 豆の会\nlanguage: ja\ntimezone: Asia/Tokyo\npermalink: /episode/:title\n"
            + "url: https://mame.example.com\nactors:\n  zundamon:\n    name: ずんだもん\n"
            + "    image_url: /images/zundamon.png\ndescription: 豆の話をする番組\n"
            + "exclude: [public, scripts, src, _posts.bak, node_modules, package.json]\n");
  }

  private void app() throws IOException {
    file("package.json", "{\"name\":\"mame\",\"dependencies\":{\"next\":\"16\"}}\n");
    file("next.config.js", "module.exports = { output: 'export' };\n");
    file("src/app/page.js", "export default () => null;\n");
    file("node_modules/next/2026-01-01-1.md", "# no post\n");
    file("scripts/slides.sh", "#!/bin/sh\necho slides\n");
    file(".github/workflows/pages.yml", "name: pages\n");
    file("index.html", "---\n---\n<html></html>\n");
    picture("public/images/mame_artwork_1400.jpg", 1400);
    picture("public/images/zundamon.png", 400);
  }

  private Path file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private void picture(String name, int size) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, name.endsWith(".png") ? "png" : "jpeg", file.toFile());
  }

  private void post(String folder, LocalDate day, String title) throws IOException {
    String number = day.toString().replace("-", "");
    file(
        folder + "/" + name(day),
        "---\nactor_ids:\n  - zundamon\naudio_file_path: /audio/mame_"
            + number
            + ".mp3\naudio_file_size: 0\ndate: "
            + day
            + " 00:00:00 +0900\ndescription: 豆の話を二つ\nduration: \"00:00\"\nlayout: article\ntitle: "
            + title
            + " "
            + number
            + "\n---\n\n## 関連リンク\n\n- [豆の水やり](https://example.com/water/"
            + number
            + ")  \n\n朝に一度、根もとへゆっくりと水をやると、豆はよく育ちます。"
            + "昼の暑いときに葉へかけると、葉が傷むことがあるため、避けたほうがよいそうです。"
            + "雨の続く日は土の乾きかたを指で確かめ、湿っていれば水やりを休みます。\n\n"
            + "- [豆の収穫](https://example.com/harvest/"
            + number
            + ")  \n\nさやがふくらみ、下を向いたら収穫のときです。"
            + "とったその日に茹でると、甘みがいちばん強く感じられると紹介しています。"
            + "残った豆は冷たい水で洗い、種として来年の春まで乾いた場所にしまっておきます。\n\n"
            + "VOICEVOX:ずんだもん\n");
  }

  private static String name(LocalDate day) {
    return day + "-" + day.toEpochDay() + ".md";
  }

  public Path root() {
    return root;
  }

  /** The episode of a day. */
  public Path mp3(LocalDate day) {
    return root.resolve("audio/mame_" + day.toString().replace("-", "") + ".mp3");
  }

  /** The post of a day. */
  public Path post(LocalDate day) {
    return root.resolve("_posts/" + name(day));
  }
}
