package dev.zundacast.draft.dictionary;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  // No channel: it copies through memory outside the heap, as large as a read, and keeps it.
  private final RandomAccessFile file;
  private final ByteBuffer header;
  private final int trieBytes;
  private final int tokenBytes;
  private final int featureBytes;

  private MecabDictionary(RandomAccessFile file) throws IOException {
    this.file = file;
    this.header = read(0, HEADER_BYTES);
    if (header.getInt(4) != VERSION || (header.getInt(0) ^ MAGIC) != (int) file.length()) {
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
    try (RandomAccessFile in = new RandomAccessFile(compiled.toFile(), "r");
        FileOutputStream out = new FileOutputStream(folder.resolve(COMPILED).toFile())) {
      new MecabDictionary(in).write(words, out);
    } catch (IOException e) {
      throw new IOException(compiled + " cannot be extended: " + e.getMessage(), e);
    }
  }

  private ByteBuffer read(long at, int count) throws IOException {
    byte[] bytes = new byte[count];
    file.seek(at);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  private void write(Collection<UserWord> words, FileOutputStream out) throws IOException {
    Map<String, List<UserWord>> bySurface = new LinkedHashMap<>();
    for (UserWord word : words) {
      if (!word.surface().isEmpty()) {
        bySurface.computeIfAbsent(word.surface(), s -> new ArrayList<>()).add(word);
      }
    }
    DoubleArray trie = DoubleArray.read(read(HEADER_BYTES, trieBytes));
    ByteArrayOutputStream tokens = new ByteArrayOutputStream();
    ByteArrayOutputStream features = new ByteArrayOutputStream();
    for (Map.Entry<String, List<UserWord>> entry : bySurface.entrySet()) {
      byte[] key = entry.getKey().getBytes(StandardCharsets.UTF_8);
      int known = trie.get(key);
      int old = known < 0 ? 0 : known & MOST_TOKENS;
      int index = (tokenBytes + tokens.size()) / TOKEN_BYTES;
      if (known >= 0) {
        long start = HEADER_BYTES + trieBytes + (long) (known >> 8) * TOKEN_BYTES;
        tokens.writeBytes(read(start, old * TOKEN_BYTES).array());
      }
      List<UserWord> fitting =
          entry.getValue().subList(0, Math.min(entry.getValue().size(), MOST_TOKENS - old));
      for (UserWord word : fitting) {
        tokens.writeBytes(token(word, featureBytes + features.size()).array());
        features.writeBytes((word.feature() + "\0").getBytes(StandardCharsets.UTF_8));
      }
      trie.put(key, index << 8 | (old + fitting.size()));
    }
    write(out, trie, tokens, features);
  }

  private static ByteBuffer token(UserWord word, int feature) {
    ByteBuffer token = ByteBuffer.allocate(TOKEN_BYTES).order(ByteOrder.nativeOrder());
    token.putShort((short) word.contextId()).putShort((short) word.contextId());
    token.putShort((short) 0).putShort((short) word.cost());
    return token.putInt(feature).putInt(0);
  }

  private void write(
      FileOutputStream out,
      DoubleArray trie,
      ByteArrayOutputStream tokens,
      ByteArrayOutputStream features)
      throws IOException {
    int total =
        HEADER_BYTES + trie.bytes() + tokenBytes + tokens.size() + featureBytes + features.size();
    ByteBuffer start =
        ByteBuffer.allocate(HEADER_BYTES + trie.bytes()).order(ByteOrder.nativeOrder());
    start.put(header.duplicate());
    start.putInt(0, total ^ MAGIC).putInt(24, trie.bytes());
    start.putInt(28, tokenBytes + tokens.size()).putInt(32, featureBytes + features.size());
    trie.write(start);
    out.write(start.array());
    copy(HEADER_BYTES + trieBytes, tokenBytes, out);
    tokens.writeTo(out);
    copy(HEADER_BYTES + trieBytes + (long) tokenBytes, featureBytes, out);
    features.writeTo(out);
  }

  private void copy(long from, long bytes, FileOutputStream out) throws IOException {
    long done = 0;
    while (done < bytes) {
      done += file.getChannel().transferTo(from + done, bytes - done, out.getChannel());
    }
  }
}
