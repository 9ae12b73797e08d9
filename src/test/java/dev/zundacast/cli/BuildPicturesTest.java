package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.zundacast.testkit.Programs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pictures of an episode and its chapters, as programs that know nothing of ours see them. */
class BuildPicturesTest extends SiteCase {
  private Path post;
  private Path shows;

  @BeforeEach
  void open() throws IOException {
    post = site.post(3, 2);
    shows = picture("cover_image.png", 300, 300);
  }

  private Path picture(String name, int width, int height) throws IOException {
    Path file = site.root().resolve("images").resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(
        new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    return file;
  }

  private void replace(String old, String with) throws IOException {
    String text = Files.readString(post);
    assertThat(text).contains(old);
    Files.writeString(post, text.replaceFirst(old, with));
  }

  private Shell.Result build() {
    Shell.Result built =
        Shell.building(folder).run("build", post.toString(), "--engine", engine.url());
    assertThat(built.code()).as(built.err()).isZero();
    return built;
  }

  /** The pictures of the MP3, those of chapters indented, with their types and lengths. */
  private List<String> pictures() throws IOException {
    Path mp3 = site.root().resolve("audio/そらまめ_3.mp3");
    return Programs.output("mutagen-inspect", mp3.toString())
        .lines()
        .filter(line -> line.contains("APIC="))
        .toList();
  }

  private static String cover(Path file) throws IOException {
    return "APIC=cover front,  (image/png, " + Files.size(file) + " bytes)";
  }

  private String chapters() throws IOException {
    return Files.readString(folder.resolve("out/episodes/2026-03-04-3/そらまめ_3.chapters.json"));
  }

  @Test
  void anArticlesFirstPictureIsItsChapters() throws IOException {
    Path field = picture("field.png", 320, 320);
    replace("収穫の日は", "![畑](/images/field.png)\n\n収穫の日は");
    build();
    assertThat(pictures())
        .satisfiesExactlyInAnyOrder(
            cover -> assertThat(cover).isEqualTo(cover(shows)),
            chapter -> assertThat(chapter).isEqualTo("    " + other(field)));
    assertThat(chapters())
        .containsOnlyOnce("\"img\"")
        .contains("https://soramame.example.com/images/field.png");
    // A picture is part of the work, and the same one is no new work.
    assertThat(build().out()).contains("up to date");
    picture("field.png", 180, 90);
    assertThat(build().out()).doesNotContain("up to date").contains("0 clips made");
  }

  @Test
  void aPictureOfThePublicFolderIsFound() throws IOException {
    Path field = picture("../public/images/field.png", 320, 320);
    replace("収穫の日は", "![畑](/images/field.png)\n\n収穫の日は");
    build();
    assertThat(pictures()).contains("    " + other(field));
  }

  private static String other(Path file) throws IOException {
    return cover(file).replace("cover front", "other");
  }

  @Test
  void aPostsOwnPictureGoesBeforeTheShows() throws IOException {
    Path guest = picture("guest.png", 200, 200);
    replace("layout:", "image_url: https://soramame.example.com/images/guest.png\nlayout:");
    build();
    assertThat(pictures()).containsExactly(cover(guest));
  }

  @Test
  void aPictureThatCannotBeUsedIsNamedAndTheEpisodeGoesOnAir() throws IOException {
    Files.writeString(site.root().resolve("images/guest.webp"), "no picture");
    replace("layout:", "image_url: /images/guest.webp\nlayout:");
    replace("収穫の日は", "![畑](/images/guest.webp)\n\n収穫の日は");
    assertThat(build().out() + build().err()).contains("guest.webp");
    assertThat(pictures()).containsExactly(cover(shows));
  }

  @Test
  void aPictureOfAnotherSiteIsAnAddressAlone() throws IOException {
    replace("収穫の日は", "![畑](https://example.org/field.png)\n\n収穫の日は");
    build();
    assertThat(pictures()).containsExactly(cover(shows));
    assertThat(chapters()).contains("https://example.org/field.png");
  }

  @Test
  void anotherAddressIsNewWork() throws IOException {
    replace("収穫の日は", "![畑](https://example.org/field.png)\n\n収穫の日は");
    build();
    replace("field.png", "meadow.png");
    assertThat(build().out()).contains("0 clips made");
    assertThat(chapters()).contains("https://example.org/meadow.png");
  }

  @Test
  void aLinkToNothingIsNamedAndTheEpisodeGoesOnAir() throws IOException {
    Files.createSymbolicLink(site.root().resolve("images/gone.png"), folder.resolve("nothing"));
    replace("layout:", "image_url: /images/gone.png\nlayout:");
    Shell.Result built = build();
    assertThat(built.out() + built.err()).contains("gone.png");
    assertThat(pictures()).containsExactly(cover(shows));
  }

  @Test
  void aPictureWithinThePostIsLeftOut() throws IOException {
    replace("収穫の日は", "![畑](data:image/png;base64," + "A".repeat(20_000) + ")\n\n収穫の日は");
    build();
    assertThat(pictures()).containsExactly(cover(shows));
    assertThat(chapters()).doesNotContain("img");
  }

  @Test
  void whatIsMadeOfAPictureIsMadeOnce() throws IOException {
    picture("wide.png", 640, 480);
    replace("収穫の日は", "![畑](/images/wide.png)\n\n収穫の日は");
    build();
    Path kept;
    try (Stream<Path> files = Files.list(folder.resolve("out/pictures"))) {
      kept = files.reduce((one, other) -> fail("one picture was made, not two")).orElseThrow();
    }
    FileTime made = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(kept, made);
    assertThat(build().out()).contains("up to date");
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(made);
    assertThat(pictures())
        .contains("    APIC=other,  (image/jpeg, " + Files.size(kept) + " bytes)");
  }
}
