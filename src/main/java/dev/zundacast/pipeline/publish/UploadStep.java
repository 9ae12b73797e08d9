package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.Digest;
import dev.zundacast.pipeline.publish.PublishSettings.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Uploads the MP3, lets the post name its address, and takes the file out of the site. */
final class UploadStep implements PublishStep {
  private final Uploads uploads;
  private final UploadSettings settings;

  UploadStep(Uploads uploads, UploadSettings settings) {
    this.uploads = uploads;
    this.settings = settings;
  }

  @Override
  public Step step() {
    return Step.UPLOAD;
  }

  @Override
  public String plan(Episode episode) throws IOException {
    String address = settings.addressOf(episode.name());
    return "upload " + episode.name() + " and let the post name " + address;
  }

  @Override
  public String fingerprint(Episode episode) throws IOException {
    String address = settings.addressOf(episode.name());
    boolean here = Relocation.isDone(episode, address);
    return new Digest()
        .add(Files.readAllBytes(episode.mp3().orElseThrow()))
        .add(settings.destination())
        .add(here ? address : "not there yet")
        .hex();
  }

  @Override
  public String run(Episode episode) throws IOException {
    String name = episode.name();
    String address = settings.addressOf(name);
    boolean sent = uploads.upload(episode.mp3().orElseThrow(), name);
    Relocation.rename(episode, address);
    return (sent ? "uploaded " : "found ") + name + " at " + address;
  }

  /** The file of the site, once nothing needs it. */
  static void clear(Episode episode) throws IOException {
    Optional<Path> left = Relocation.leftInSite(episode);
    if (left.isPresent()) {
      Files.delete(left.get());
    }
  }
}
