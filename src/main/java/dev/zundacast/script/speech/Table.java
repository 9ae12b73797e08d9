package dev.zundacast.script.speech;

import dev.zundacast.disk.Resource;
import dev.zundacast.disk.TextFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/** Rows of text files whose cells stand between tabs; # begins a comment, - is an empty cell. */
public record Table(List<Row> rows) {

  /**
   * One row.
   *
   * @param file where it stands, for messages
   * @param number its line in the file, from 1
   */
  public record Row(Path file, int number, List<String> cells) {
    /** The text of a cell, "" where there is none. */
    public String cell(int index) {
      String cell = index < cells.size() ? cells.get(index) : "";
      return cell.equals("-") ? "" : cell;
    }
  }

  /**
   * The rows of the folders' own tables of this name, the show's first, and behind them those of
   * the table that comes with the program: the first row that fits decides.
   */
  public static Table layered(List<Path> folders, String name) {
    List<Row> rows = new ArrayList<>(own(folders, name).rows());
    if (Table.class.getResource(name) != null) {
      rows.addAll(of(Path.of(name), Resource.text(Table.class, name)).rows());
    }
    return new Table(rows);
  }

  /** The rows of the folders' own tables of this name alone. */
  static Table own(List<Path> folders, String name) {
    // A script may name a way of speaking, too, and none of another folder.
    return beside(
        folders.stream()
            .map(it -> it.resolve("styles"))
            .filter(it -> it.resolve(name).normalize().startsWith(it.normalize()))
            .toList(),
        name);
  }

  /** The rows of the tables of this name that lie beside the voice files, the show's first. */
  public static Table beside(List<Path> folders, String name) {
    try {
      List<Row> rows = new ArrayList<>();
      for (Path folder : folders) {
        Path file = folder.resolve(name);
        TextFile.read(file).ifPresent(text -> rows.addAll(of(file, text).rows()));
      }
      return new Table(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Table of(Path file, String text) {
    List<String> lines = text.lines().toList();
    return new Table(
        IntStream.range(0, lines.size())
            .filter(i -> !lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
            .mapToObj(i -> new Row(file, i + 1, List.of(lines.get(i).strip().split("\t+", -1))))
            .toList());
  }

  /**
   * A row's regular expression.
   *
   * @throws Problem that names file and line when it is none
   */
  static Pattern expression(Row row, String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw wrong(row, Message.of("speech.noPattern", e.getDescription()));
    }
  }

  static Problem wrong(Row row, Message message) {
    return Problem.in(Diagnostic.at(row.file(), row.number(), message));
  }
}
