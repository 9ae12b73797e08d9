package dev.zundacast.draft;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
      throw new MessageException(Message.of("draft.noDictionary", VERSION));
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
      throw new MessageException(Message.of("draft.notExtended", compiled, Message.of(e)), e);
    }
  }

  private ByteBuffer read(long at, int count) throws IOException {
    byte[] bytes = new byte[count];
    file.seek(at);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  private void write(Collection<UserWord> words, FileOutputStream out) throws IOException {
    Map<String, List<UserWord>> bySurface =
        words.stream()
            .filter(word -> !word.surface().isEmpty())
            .collect(groupingBy(UserWord::surface, LinkedHashMap::new, toList()));
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
      List<UserWord> fitting = entry.getValue().stream().limit(MOST_TOKENS - old).toList();
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

  /**
   * The trie of a MeCab dictionary: keys of bytes to numbers, in a double array. A node is known by
   * its base; its child of code c lies at base + c if the check there is that base. Code 0 is the
   * end of a key, code n + 1 the byte n. What a dictionary has stays where it is as far as
   * possible; what is added goes behind it.
   */
  static final class DoubleArray {
    private static final int UNIT_BYTES = 8;

    /** A node's children reach this far beyond its base. */
    private static final int REACH = 257;

    /** Room is looked for in so many units at the end: in all, n words would take n² looks. */
    private static final int WINDOW = 8 * REACH;

    /** Base and check of each unit, one behind the other as in the file. */
    private int[] units;

    private int size;
    private final int first;
    private final BitSet bases = new BitSet();

    private DoubleArray(int[] units) {
      this.units = units;
      this.size = units.length / 2;
      this.first = size;
    }

    static DoubleArray read(ByteBuffer file) {
      int[] units = new int[file.remaining() / Integer.BYTES];
      file.asIntBuffer().get(units);
      return new DoubleArray(units);
    }

    void write(ByteBuffer into) {
      into.asIntBuffer().put(units, 0, 2 * size);
    }

    private int base(int at) {
      return units[2 * at];
    }

    private int check(int at) {
      return units[2 * at + 1];
    }

    private void set(int at, int base, int check) {
      units[2 * at] = base;
      units[2 * at + 1] = check;
    }

    int bytes() {
      return size * UNIT_BYTES;
    }

    /** The number of a key, -1 when it has none. */
    int get(byte[] key) {
      int node = base(0);
      for (byte b : key) {
        int at = node + code(b);
        if (!taken(at) || check(at) != node) {
          return -1;
        }
        node = base(at);
      }
      return taken(node) && check(node) == node ? -base(node) - 1 : -1;
    }

    /** Gives a key its number, which is not negative. */
    void put(byte[] key, int number) {
      int from = 0;
      for (byte b : key) {
        from = child(from, code(b));
      }
      int end = child(from, 0);
      set(end, -number - 1, check(end));
    }

    private static int code(byte b) {
      return (b & 0xff) + 1;
    }

    private boolean taken(int at) {
      return at == 0 || (at < size && check(at) != 0);
    }

    /** The place of a child of the node that {@code from} leads to; made when there is none. */
    private int child(int from, int code) {
      if (base(from) == 0) {
        set(from, place(code), check(from));
      }
      int at = base(from) + code;
      if (taken(at) && check(at) == base(from)) {
        return at;
      }
      if (taken(at)) {
        move(from, code);
        at = base(from) + code;
      }
      reserve(at + 1);
      set(at, 0, base(from));
      return at;
    }

    /** Takes a node with all its children to where one more has room. */
    private void move(int from, int code) {
      int old = base(from);
      int[] codes =
          IntStream.range(0, REACH)
              .filter(c -> taken(old + c) && old + c != 0 && check(old + c) == old)
              .toArray();
      int[] all = Arrays.copyOf(codes, codes.length + 1);
      all[codes.length] = code;
      int now = place(all);
      for (int c : codes) {
        reserve(now + c + 1);
        set(now + c, base(old + c), now);
        set(old + c, 0, 0);
      }
      set(from, now, check(from));
    }

    /** A base behind the old array where all these codes are free. */
    private int place(int... codes) {
      int candidate = bases.nextClearBit(Math.max(first, size - WINDOW));
      while (!fits(candidate, codes)) {
        candidate = bases.nextClearBit(candidate + 1);
      }
      bases.set(candidate);
      reserve(candidate + REACH);
      return candidate;
    }

    private boolean fits(int candidate, int... codes) {
      for (int code : codes) {
        if (taken(candidate + code)) {
          return false;
        }
      }
      return true;
    }

    private void reserve(int least) {
      if (2 * least > units.length) {
        units = Arrays.copyOf(units, Math.max(2 * least, units.length + units.length / 8));
      }
      size = Math.max(size, least);
    }
  }
}
