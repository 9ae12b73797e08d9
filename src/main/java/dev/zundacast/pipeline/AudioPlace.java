package dev.zundacast.pipeline;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the audio that a post names is.
 *
 * @param named the post's {@code audio_file_path}
 * @param local the file, when there is one on this machine
 * @param remote the address, when the post names one that is not the site's own
 */
record AudioPlace(String named, Optional<Path> local, Optional<String> remote) {}
