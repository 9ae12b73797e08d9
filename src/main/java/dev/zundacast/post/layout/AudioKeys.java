package dev.zundacast.post.layout;

/**
 * The keys of a front matter that tell of the audio; those of an inner table have dots.
 *
 * @param path its path or address
 * @param size its bytes
 * @param duration its length
 */
public record AudioKeys(String path, String size, String duration) {
  /** The keys of the Yattecast template. */
  public static final AudioKeys YATTECAST =
      new AudioKeys("audio_file_path", "audio_file_size", "duration");
}
