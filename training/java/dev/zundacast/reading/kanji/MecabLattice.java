package dev.zundacast.reading.kanji;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Text to words by the compiled dictionary of Open JTalk, as its own MeCab finds them: the cheapest
 * way through the lattice. Safe for many threads.
 */
final class MecabLattice {
  private static final int HEADER_BYTES = 72;
  private static final int TOKEN_BYTES = 16;
  private static final int NAME_BYTES = 32;
  private static final int MOST_GROUPED = 24;
  private static final int NO_VALUE = -1;

  /**
   * A word of the result.
   *
   * @param feature its fields, parted by commas; "" for an unknown word
   */
  record Word(String surface, String feature) {
    String pronunciation() {
      String[] fields = feature.split(",", -1);
      return fields.length > 8 && !fields[8].equals("*") ? fields[8].replace("’", "") : surface;
    }

    String field(int index) {
      String[] fields = feature.split(",", -1);
      return index < fields.length ? fields[index] : "";
    }
  }

  private record Tokens(int[] left, int[] right, int[] cost, int[] feature) {}

  private static final class Node {
    final int from;
    final int right;
    final int left;
    final int wordCost;
    final int feature;
    final boolean known;
    long total;
    Node before = this;

    Node(int from, int left, int right, int wordCost, int feature, boolean known) {
      this.from = from;
      this.left = left;
      this.right = right;
      this.wordCost = wordCost;
      this.feature = feature;
      this.known = known;
    }
  }

  /** One compiled file: trie, tokens, features. */
  private static final class Compiled {
    private final int[] base;
    private final int[] check;
    private final ByteBuffer tokens;
    private final ByteBuffer features;
    private final Map<Integer, Tokens> parsed = new ConcurrentHashMap<>();

    Compiled(Path file) throws IOException {
      ByteBuffer all = buffer(file);
      int trieBytes = all.getInt(24);
      int tokenBytes = all.getInt(28);
      int units = trieBytes / 8;
      base = new int[units];
      check = new int[units];
      for (int i = 0; i < units; i++) {
        base[i] = all.getInt(HEADER_BYTES + 8 * i);
        check[i] = all.getInt(HEADER_BYTES + 8 * i + 4);
      }
      tokens = slice(all, HEADER_BYTES + trieBytes, tokenBytes);
      features = slice(all, HEADER_BYTES + trieBytes + tokenBytes, all.getInt(32));
    }

    private static ByteBuffer slice(ByteBuffer all, int from, int bytes) {
      return all.slice(from, bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The values of all keys that begin at {@code from}, by their end; NO_VALUE elsewhere. */
    int[] prefixes(byte[] text, int from) {
      int[] values = new int[text.length + 1];
      Arrays.fill(values, NO_VALUE);
      int node = base[0];
      for (int i = from; i <= text.length; i++) {
        if (node < base.length && check[node] == node && base[node] < 0) {
          values[i] = -base[node] - 1;
        }
        if (i == text.length) {
          break;
        }
        int at = node + (text[i] & 0xff) + 1;
        if (at >= base.length || check[at] != node) {
          break;
        }
        node = base[at];
      }
      return values;
    }

    Tokens tokens(int value) {
      return parsed.computeIfAbsent(value, this::parse);
    }

    private Tokens parse(int value) {
      int count = value & 0xff;
      int index = value >> 8;
      Tokens all = new Tokens(new int[count], new int[count], new int[count], new int[count]);
      for (int i = 0; i < count; i++) {
        int at = (index + i) * TOKEN_BYTES;
        all.left()[i] = tokens.getShort(at) & 0xffff;
        all.right()[i] = tokens.getShort(at + 2) & 0xffff;
        all.cost()[i] = tokens.getShort(at + 6);
        all.feature()[i] = tokens.getInt(at + 8);
      }
      return all;
    }

    String feature(int at) {
      int end = at;
      while (features.get(end) != 0) {
        end++;
      }
      byte[] bytes = new byte[end - at];
      features.get(at, bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private final Compiled words;
  private final ByteBuffer matrix;
  private final int lefts;
  private final ByteBuffer kinds;
  private final Tokens[] unknown;

  private MecabLattice(Compiled words, ByteBuffer matrix, ByteBuffer kinds, Tokens[] unknown) {
    this.words = words;
    this.matrix = matrix;
    this.lefts = matrix.getShort(0) & 0xffff;
    this.kinds = kinds;
    this.unknown = unknown;
  }

  static MecabLattice of(Path folder) throws IOException {
    ByteBuffer chars = buffer(folder.resolve("char.bin"));
    int categories = chars.getInt(0);
    Compiled unk = new Compiled(folder.resolve("unk.dic"));
    Tokens[] unknown = new Tokens[categories];
    for (int i = 0; i < categories; i++) {
      byte[] name = new byte[NAME_BYTES];
      chars.get(4 + NAME_BYTES * i, name);
      byte[] key =
          new String(name, StandardCharsets.US_ASCII)
              .replace("\0", "")
              .getBytes(StandardCharsets.US_ASCII);
      int value = unk.prefixes(key, 0)[key.length];
      unknown[i] = unk.tokens(value);
    }
    ByteBuffer kinds =
        chars
            .slice(4 + NAME_BYTES * categories, chars.limit() - 4 - NAME_BYTES * categories)
            .order(ByteOrder.LITTLE_ENDIAN);
    return new MecabLattice(
        new Compiled(folder.resolve("sys.dic")),
        buffer(folder.resolve("matrix.bin")),
        kinds,
        unknown);
  }

  private static ByteBuffer buffer(Path file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean hasWord(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return words.prefixes(bytes, 0)[bytes.length] != NO_VALUE;
  }

  /** Whether a word of the dictionary stands in {@code text} on both sides of {@code at}. */
  boolean hasWordAcross(String text, int at) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int boundary = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    for (int from = 0; from < at; from++) {
      int fromByte = text.substring(0, from).getBytes(StandardCharsets.UTF_8).length;
      int[] values = words.prefixes(bytes, fromByte);
      for (int end = boundary + 1; end <= bytes.length; end++) {
        if (values[end] != NO_VALUE) {
          return true;
        }
      }
    }
    return false;
  }

  /** The words of a text, which is brought into full width first. */
  List<Word> analyse(String text) {
    String wide = fullWidth(text);
    int length = wide.length();
    byte[] bytes = wide.getBytes(StandardCharsets.UTF_8);
    int[] charAt = new int[bytes.length + 1];
    int[] byteAt = new int[length + 1];
    int b = 0;
    for (int i = 0; i < length; i++) {
      byteAt[i] = b;
      charAt[b] = i;
      b += bytesOf(wide.charAt(i));
    }
    byteAt[length] = b;
    charAt[Math.min(b, bytes.length)] = length;
    List<List<Node>> endingAt = new ArrayList<>();
    for (int i = 0; i <= length; i++) {
      endingAt.add(new ArrayList<>());
    }
    endingAt.get(0).add(new Node(0, 0, 0, 0, NO_VALUE, false));
    for (int i = 0; i < length; i++) {
      if (!endingAt.get(i).isEmpty()) {
        extend(wide, i, bytes, byteAt, charAt, endingAt);
      }
    }
    Node last = new Node(length, 0, 0, 0, NO_VALUE, false);
    connect(endingAt.get(length), last);
    return words(wide, last);
  }

  private List<Word> words(String text, Node last) {
    List<Word> found = new ArrayList<>();
    int end = text.length();
    for (Node node = last.before; node.feature != NO_VALUE; node = node.before) {
      found.add(
          0,
          new Word(text.substring(node.from, end), node.known ? words.feature(node.feature) : ""));
      end = node.from;
    }
    return found;
  }

  private void extend(
      String text, int at, byte[] bytes, int[] byteAt, int[] charAt, List<List<Node>> endingAt) {
    int[] values = words.prefixes(bytes, byteAt[at]);
    boolean any = false;
    for (int end = byteAt[at] + 1; end <= bytes.length; end++) {
      if (values[end] != NO_VALUE) {
        any = true;
        add(words.tokens(values[end]), at, charAt[end], true, endingAt);
      }
    }
    int kind = kinds.getInt(4 * text.charAt(at));
    boolean invoke = (kind >>> 31) != 0;
    if (any && !invoke) {
      return;
    }
    unknown(text, at, kind, any, endingAt);
  }

  private void unknown(String text, int at, int kind, boolean any, List<List<Node>> endingAt) {
    Tokens tokens = unknown[kind >>> 18 & 0xff];
    int grouped = 0;
    if ((kind >>> 30 & 1) != 0) {
      int end = at + 1;
      while (end < text.length() && sameKind(kind, text.charAt(end))) {
        end++;
      }
      if (end - at <= MOST_GROUPED) {
        add(tokens, at, end, false, endingAt);
        grouped = end - at;
      }
    }
    int most = kind >>> 26 & 0xf;
    int made = grouped;
    for (int n = 1; n <= most && at + n <= text.length(); n++) {
      if (n > 1 && !sameKind(kind, text.charAt(at + n - 1))) {
        break;
      }
      if (n != grouped) {
        add(tokens, at, at + n, false, endingAt);
        made = n;
      }
    }
    if (made == 0 && !any) {
      add(tokens, at, at + 1, false, endingAt);
    }
  }

  private boolean sameKind(int kind, char c) {
    return (kind & kinds.getInt(4 * c) & 0x3ffff) != 0;
  }

  private void add(Tokens tokens, int from, int end, boolean known, List<List<Node>> endingAt) {
    for (int i = 0; i < tokens.cost().length; i++) {
      Node node =
          new Node(
              from,
              tokens.left()[i],
              tokens.right()[i],
              tokens.cost()[i],
              tokens.feature()[i],
              known);
      connect(endingAt.get(from), node);
      endingAt.get(end).add(node);
    }
  }

  private void connect(List<Node> before, Node node) {
    long best = Long.MAX_VALUE;
    for (Node left : before) {
      long cost =
          left.total + matrix.getShort(4 + 2 * (left.right + lefts * node.left)) + node.wordCost;
      if (cost < best) {
        best = cost;
        node.before = left;
      }
    }
    node.total = best;
  }

  private static int bytesOf(char c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c > ' ' && c <= '~' ? c + 0xfee0 : c)));
    return wide.toString();
  }
}
