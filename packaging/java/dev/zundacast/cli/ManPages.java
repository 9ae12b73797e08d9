package dev.zundacast.cli;

import dev.zundacast.cli.terminal.Terminal;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** The manual pages of all commands, as AsciiDoc; {@code packaging/pom.xml} runs this. */
public final class ManPages {
  private ManPages() {}

  /** Writes a page a command into the folder that is named. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    PrintStream nothing =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    CommandLine program =
        Main.line(
            new Terminal(InputStream.nullInputStream(), nothing, nothing, Map.of(), folder, false));
    File noTemplates = null;
    int code =
        ManPageGenerator.generateManPage(
            folder.toFile(), noTemplates, new boolean[0], false, program.getCommandSpec());
    if (code != 0) {
      throw new IOException("the manual pages cannot be written: " + code);
    }
  }
}
