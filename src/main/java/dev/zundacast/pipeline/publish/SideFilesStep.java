package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.SafePath;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.publish.PublishSettings.SideFilePlace;
import dev.zundacast.pipeline.publish.PublishSettings.Step;
import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Transcripts and chapter files to where the feed looks for them. */
final class SideFilesStep implements PublishStep {
  private static final String USUAL_FOLDER = "audio";

  private final SideFilePlace place;
  private final Uploads uploads;

  SideFilesStep(SideFilePlace place, Uploads uploads) {
    this.place = place;
    this.uploads = uploads;
  }

  @Override
  public Step step() {
    return Step.SIDE_FILES;
  }

  @Override
  public String plan(Episode episode) throws IOException {
    return place == SideFilePlace.SITE
        ? "put " + made(episode).size() + " side files into " + folder(episode)
        : "upload " + made(episode).size() + " side files";
  }

  @Override
  public String fingerprint(Episode episode) throws IOException {
    Digest digest = new Digest().add(place.name());
    for (Path file : made(episode)) {
      Path there = folder(episode).resolve(Workspace.name(file));
      boolean lacking = place == SideFilePlace.SITE && !Files.isRegularFile(there);
      digest.add(file.toString()).add(Files.readAllBytes(file)).add(lacking ? "lacking" : "");
    }
    return digest.hex();
  }

  @Override
  public String run(Episode episode) throws IOException {
    for (Path file : made(episode)) {
      String name = Workspace.name(file);
      if (place == SideFilePlace.SITE) {
        AtomicFile.write(folder(episode).resolve(name), Files.readAllBytes(file));
      } else {
        uploads.upload(file, name);
      }
    }
    return made(episode).size() + " side files put there";
  }

  private static List<Path> made(Episode episode) throws IOException {
    String stem = Workspace.stem(Path.of(episode.name()));
    List<Path> files = new ArrayList<>();
    for (String suffix : Tags.SIDE_FILE_SUFFIXES) {
      Path file = episode.folder().resolve(stem + suffix);
      if (Files.isRegularFile(file)) {
        files.add(file);
      }
    }
    return files;
  }

  /** Those that lie in the site already. */
  static List<Path> inSite(Episode episode) throws IOException {
    Path folder = folder(episode);
    return made(episode).stream()
        .map(file -> folder.resolve(Workspace.name(file)))
        .filter(Files::isRegularFile)
        .toList();
  }

  /** Where the MP3 lies or lay, else the folder that most sites have for audio. */
  private static Path folder(Episode episode) throws IOException {
    String former = episode.isRemote() ? Relocation.former(episode) : episode.place().named();
    String named = former.isEmpty() ? USUAL_FOLDER + "/x" : former;
    return SafePath.resolve(episode.show().files(), named, episode.post()).resolveSibling("");
  }
}
