package dev.zundacast.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * Messages to lines of a log: the local time stands before each. The further lines of a message,
 * which comes in one piece or is indented there, have none.
 */
final class TimedLines extends FilterOutputStream {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss ");

  private final Clock clock;
  private boolean atStart = true;

  TimedLines(OutputStream log, Clock clock) {
    super(log);
    this.clock = clock;
  }

  @Override
  public void write(int next) throws IOException {
    write(new byte[] {(byte) next}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return;
    }
    ByteArrayOutputStream timed = new ByteArrayOutputStream();
    if (atStart && !Character.isWhitespace(bytes[from])) {
      timed.writeBytes(LocalTime.now(clock).format(TIME).getBytes(StandardCharsets.US_ASCII));
    }
    timed.write(bytes, from, length);
    atStart = bytes[from + length - 1] == '\n';
    // As one piece: two processes may write to one log.
    out.write(timed.toByteArray());
  }
}
