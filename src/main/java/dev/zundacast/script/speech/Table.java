package dev.zundacast.script.speech;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text file of rows whose cells stand between tabs; # begins a comment, - is an empty cell.
 *
 * @param file for messages
 */
public record Table(Path file, List<Row> rows) {

  public Table {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param number its line in the file, from 1
   */
  public record Row(int number, List<String> cells) {
    /** The text of a cell, "" where there is none. */
    public String cell(int index) {
      String cell = index < cells.size() ? cells.get(index) : "";
      return cell.equals("-") ? "" : cell;
    }
  }

  /** The table of this name that comes with the program. */
  static Table bundled(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its table " + name);
      }
      return of(Path.of(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Table read(Path file) throws IOException {
    try {
      return of(file, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw Problem.in(
              Diagnostic.of(file, "the file is not UTF-8 text").withNext("save it as UTF-8"))
          .causedBy(e);
    }
  }

  /** Whether there is such a table, of the folder or of the program. */
  static boolean exists(Path folder, String name) {
    return Files.exists(folder.resolve("styles").resolve(name))
        || Table.class.getResource(name) != null;
  }

  /**
   * The rows of the folder's own table of this name, if it has one, and behind them those of the
   * table that comes with the program: where the first row that fits decides, a person's is first.
   */
  public static Table layered(Path folder, String name) {
    boolean comes = Table.class.getResource(name) != null;
    Table bundled = comes ? bundled(name) : new Table(Path.of(name), List.of());
    Path own = folder.resolve("styles").resolve(name);
    if (!Files.exists(own)) {
      return bundled;
    }
    try {
      Table mine = read(own);
      List<Row> rows = new ArrayList<>(mine.rows());
      rows.addAll(bundled.rows());
      return new Table(own, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Table of(Path file, String text) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(new Row(number, List.of(line.strip().split("\t+", -1))));
      }
    }
    return new Table(file, rows);
  }

  Problem wrong(Row row, String message) {
    return Problem.in(Diagnostic.at(file, row.number(), message));
  }
}
