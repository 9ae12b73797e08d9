package dev.zundacast.audio.mp3;

import com.sun.jna.Platform;
import dev.zundacast.disk.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The library of JNA's own that its calls go through. */
public final class JnaLibrary {
  private JnaLibrary() {}

  /**
   * Puts the library into a folder, where the property {@code jna.boot.library.path} finds it. Else
   * every start unpacks it into a temporary file, which stays behind when the start is killed. Does
   * nothing on a platform that JNA has no library for.
   */
  public static void unpack(Path folder) throws IOException {
    // JNA's name for it on macOS is not the system's.
    String name = System.mapLibraryName("jnidispatch").replace(".dylib", ".jnilib");
    String resource = "/com/sun/jna/" + Platform.RESOURCE_PREFIX + "/" + name;
    try (InputStream library = Platform.class.getResourceAsStream(resource)) {
      if (library != null) {
        Files.createDirectories(folder);
        AtomicFile.write(folder.resolve(name), library.readAllBytes());
      }
    }
  }
}
