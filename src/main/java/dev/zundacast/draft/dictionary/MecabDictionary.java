package dev.zundacast.draft.dictionary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Open JTalk's dictionary with more words. The program open_jtalk takes no user dictionary beside
 * its own, so the words go into a copy of the compiled file: a header, the trie of all surfaces,
 * the tokens it leads to, and their features.
 */
final class MecabDictionary {
  private static final String COMPILED = "sys.dic";
  private static final int HEADER_BYTES = 72;
  private static final int TOKEN_BYTES = 16;
  private static final int MAGIC = 0xef718f77;
  private static final int VERSION = 102;

  /** A surface's tokens are counted in one byte. */
  private static final int MOST_TOKENS = 255;

  /**
   * Channels copy through memory outside the heap as large as one read or write, and keep it for
   * each thread; whole dictionaries at once soon exceed what there is of it.
   */
  private static final int CHUNK = 1 << 16;

  private final FileChannel file;
  private final ByteBuffer header;
  private final int trieBytes;
  private final int tokenBytes;
  private final int featureBytes;

  private MecabDictionary(FileChannel file) throws IOException {
    this.file = file;
    this.header = read(0, HEADER_BYTES);
    if (header.getInt(4) != VERSION || (header.getInt(0) ^ MAGIC) != (int) file.size()) {
      throw new IOException("no MeCab dictionary of version " + VERSION);
    }
    this.trieBytes = header.getInt(24);
    this.tokenBytes = header.getInt(28);
    this.featureBytes = header.getInt(32);
  }

  /** Makes {@code folder} a dictionary like {@code original} with these words in it. */
  static void extend(Path original, Collection<UserWord> words, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(original)) {
      for (Path file : files.filter(f -> !f.endsWith(COMPILED)).toList()) {
        Files.createSymbolicLink(folder.resolve(file.getFileName()), file.toAbsolutePath());
      }
    }
    Path compiled = original.resolve(COMPILED);
    try (FileChannel in = FileChannel.open(compiled);
        FileChannel out =
            FileChannel.open(
                folder.resolve(COMPILED),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
      new MecabDictionary(in).write(words, out);
    } catch (IOException e) {
      throw new IOException(compiled + " cannot be extended: " + e.getMessage(), e);
    }
  }

  private ByteBuffer read(long at, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
    int read = 0;
    while (read >= 0 && buffer.position() < bytes) {
      buffer.limit(Math.min(bytes, buffer.position() + CHUNK));
      read = file.read(buffer, at + buffer.position());
    }
    return buffer.flip();
  }

  private void write(Collection<UserWord> words, FileChannel out) throws IOException {
    Map<String, List<UserWord>> bySurface = new LinkedHashMap<>();
    for (UserWord word : words) {
      if (!word.surface().isEmpty()) {
        bySurface.computeIfAbsent(word.surface(), s -> new ArrayList<>()).add(word);
      }
    }
    DoubleArray trie = DoubleArray.read(read(HEADER_BYTES, trieBytes));
    Growing tokens = new Growing();
    Growing features = new Growing();
    for (Map.Entry<String, List<UserWord>> entry : bySurface.entrySet()) {
      byte[] key = entry.getKey().getBytes(StandardCharsets.UTF_8);
      int known = trie.get(key);
      int old = known < 0 ? 0 : known & MOST_TOKENS;
      int index = (tokenBytes + tokens.size()) / TOKEN_BYTES;
      if (known >= 0) {
        tokens.put(
            read(HEADER_BYTES + trieBytes + (long) (known >> 8) * TOKEN_BYTES, old * TOKEN_BYTES));
      }
      List<UserWord> fitting =
          entry.getValue().subList(0, Math.min(entry.getValue().size(), MOST_TOKENS - old));
      for (UserWord word : fitting) {
        tokens.put(token(word, featureBytes + features.size()));
        features.put(ByteBuffer.wrap((word.feature() + "\0").getBytes(StandardCharsets.UTF_8)));
      }
      trie.put(key, index << 8 | (old + fitting.size()));
    }
    write(out, trie, tokens, features);
  }

  private static ByteBuffer token(UserWord word, int feature) {
    int cost =
        word.contextId() == UserDictionary.GIVEN_NAME
            ? 0
            : WordType.ofContext(word.contextId()).orElseThrow().cost(word.priority());
    ByteBuffer token = ByteBuffer.allocate(TOKEN_BYTES).order(ByteOrder.nativeOrder());
    token.putShort((short) word.contextId()).putShort((short) word.contextId());
    token.putShort((short) 0).putShort((short) cost);
    return token.putInt(feature).putInt(0).flip();
  }

  private void write(FileChannel out, DoubleArray trie, Growing tokens, Growing features)
      throws IOException {
    int total =
        HEADER_BYTES + trie.bytes() + tokenBytes + tokens.size() + featureBytes + features.size();
    ByteBuffer start =
        ByteBuffer.allocate(HEADER_BYTES + trie.bytes()).order(ByteOrder.nativeOrder());
    start.put(header.duplicate());
    start.putInt(0, total ^ MAGIC).putInt(24, trie.bytes());
    start.putInt(28, tokenBytes + tokens.size()).putInt(32, featureBytes + features.size());
    trie.write(start);
    writeAll(out, start.flip());
    copy(HEADER_BYTES + trieBytes, tokenBytes, out);
    writeAll(out, tokens.all());
    copy(HEADER_BYTES + trieBytes + (long) tokenBytes, featureBytes, out);
    writeAll(out, features.all());
  }

  private void copy(long from, long bytes, FileChannel out) throws IOException {
    long done = 0;
    while (done < bytes) {
      done += file.transferTo(from + done, bytes - done, out);
    }
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + CHUNK));
      out.write(bytes);
    }
  }

  /** Bytes that are put one after the other. */
  private static final class Growing {
    private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();

    void put(ByteBuffer more) {
      byte[] plain = new byte[more.remaining()];
      more.get(plain);
      bytes.writeBytes(plain);
    }

    int size() {
      return bytes.size();
    }

    ByteBuffer all() {
      return ByteBuffer.wrap(bytes.toByteArray());
    }
  }
}
