package dev.zundacast.voice;

import dev.zundacast.episode.Clip;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * What a run has to know of a finished clip.
 *
 * @param identity the clip's name
 * @param sampleRate of the WAV file
 * @param samples length of the WAV file
 * @param bytes size of the WAV file
 * @param checksum CRC-32C of the WAV file
 * @param changedMillis the WAV file's time of change when its checksum was last seen to be right
 * @param remarks what the check remarked
 */
record KnownClip(
    String identity,
    int sampleRate,
    long samples,
    long bytes,
    long checksum,
    long changedMillis,
    List<String> remarks) {

  KnownClip {
    remarks = List.copyOf(remarks);
  }

  Clip clip(Path wav, Clip.Origin origin) {
    return new Clip(identity, wav, sampleRate, samples, checksum, origin);
  }

  /** Whether the WAV file has the clip's size. */
  boolean hasSizeOf(BasicFileAttributes wav) {
    return wav.isRegularFile() && wav.size() == bytes;
  }

  /** Whether nobody touched the WAV file since its checksum was right: its time is the same. */
  boolean isUntouched(BasicFileAttributes wav) {
    return hasSizeOf(wav) && wav.lastModifiedTime().toMillis() == changedMillis;
  }

  KnownClip unchangedSince(long millis) {
    return new KnownClip(identity, sampleRate, samples, bytes, checksum, millis, remarks);
  }
}
