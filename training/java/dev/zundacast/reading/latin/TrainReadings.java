package dev.zundacast.reading.latin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Makes the list of loanwords with their accents from UniDic. */
public final class TrainReadings {
  private TrainReadings() {}

  /** Takes the folder to write to. */
  public static void main(String[] args) throws IOException {
    writeLoanwords(UniDic.loanwords(), Path.of(args[0]).resolve("loanwords.tsv.gz"));
  }

  private static void writeLoanwords(Collection<Loanword> loanwords, Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Loanword word : loanwords) {
      lines.append(word.english()).append('\t').append(word.kana());
      if (word.accent() != Term.NO_ACCENT) {
        lines.append('\t').append(word.accent());
      }
      lines.append('\n');
    }
    writeGzip(file, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void writeGzip(Path file, byte[] bytes) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      out.write(bytes);
    }
  }
}
