package dev.zundacast.script.file;

/**
 * One row of a script file: the characters as they stand there and what they mean.
 *
 * @param raw the row without its line end
 * @param lineEnd "\n", "\r\n" or "" behind the last row
 * @param part what the row means
 */
record Row(String raw, String lineEnd, Part part) {

  Row with(String newRaw, Part newPart) {
    return new Row(newRaw, lineEnd, newPart);
  }
}
