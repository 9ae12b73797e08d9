package dev.zundacast.draft.dictionary;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The trie of a MeCab dictionary: keys of bytes to numbers, in two arrays. A node is known by its
 * base; its child of code c lies at base + c if the check there is that base. Code 0 is the end of
 * a key, code n + 1 the byte n. What a dictionary has stays where it is as far as possible; what is
 * added goes behind it.
 */
final class DoubleArray {
  private static final int UNIT_BYTES = 8;

  /** A node's children reach this far beyond its base. */
  private static final int REACH = 257;

  private int[] base;
  private int[] check;
  private int size;
  private final int first;
  private final BitSet bases = new BitSet();

  private DoubleArray(int[] base, int[] check) {
    this.base = base;
    this.check = check;
    this.size = base.length;
    this.first = base.length;
  }

  static DoubleArray read(ByteBuffer units) {
    int count = units.remaining() / UNIT_BYTES;
    int[] base = new int[count];
    int[] check = new int[count];
    for (int i = 0; i < count; i++) {
      base[i] = units.getInt();
      check[i] = units.getInt();
    }
    return new DoubleArray(base, check);
  }

  void write(ByteBuffer into) {
    for (int i = 0; i < size; i++) {
      into.putInt(base[i]).putInt(check[i]);
    }
  }

  int bytes() {
    return size * UNIT_BYTES;
  }

  /** The number of a key, -1 when it has none. */
  int get(byte[] key) {
    int node = base[0];
    for (byte b : key) {
      int at = node + code(b);
      if (!taken(at) || check[at] != node) {
        return -1;
      }
      node = base[at];
    }
    return taken(node) && check[node] == node ? -base[node] - 1 : -1;
  }

  /** Gives a key its number, which is not negative. */
  void put(byte[] key, int number) {
    int from = 0;
    for (byte b : key) {
      from = child(from, code(b));
    }
    int end = child(from, 0);
    base[end] = -number - 1;
  }

  private static int code(byte b) {
    return (b & 0xff) + 1;
  }

  private boolean taken(int at) {
    return at == 0 || (at < size && check[at] != 0);
  }

  /** The place of a child of the node that {@code from} leads to; made when there is none. */
  private int child(int from, int code) {
    if (base[from] == 0) {
      // First the place, then the array: placing may put a longer array in its stead.
      int now = place(List.of(code));
      base[from] = now;
    }
    int at = base[from] + code;
    if (taken(at) && check[at] == base[from]) {
      return at;
    }
    if (taken(at)) {
      move(from, code);
      at = base[from] + code;
    }
    reserve(at + 1);
    check[at] = base[from];
    base[at] = 0;
    return at;
  }

  /** Takes a node with all its children to where one more has room. */
  private void move(int from, int code) {
    int old = base[from];
    List<Integer> codes = new ArrayList<>();
    for (int c = 0; c < REACH; c++) {
      if (taken(old + c) && old + c != 0 && check[old + c] == old) {
        codes.add(c);
      }
    }
    List<Integer> all = new ArrayList<>(codes);
    all.add(code);
    int now = place(all);
    for (int c : codes) {
      reserve(now + c + 1);
      base[now + c] = base[old + c];
      check[now + c] = now;
      base[old + c] = 0;
      check[old + c] = 0;
    }
    base[from] = now;
  }

  /** A base behind the old array where all these codes are free. */
  private int place(List<Integer> codes) {
    int candidate = bases.nextClearBit(first);
    while (!fits(candidate, codes)) {
      candidate = bases.nextClearBit(candidate + 1);
    }
    bases.set(candidate);
    reserve(candidate + REACH);
    return candidate;
  }

  private boolean fits(int candidate, List<Integer> codes) {
    return codes.stream().noneMatch(code -> taken(candidate + code));
  }

  private void reserve(int least) {
    if (least > base.length) {
      int more = Math.max(least, base.length + base.length / 8);
      base = Arrays.copyOf(base, more);
      check = Arrays.copyOf(check, more);
    }
    size = Math.max(size, least);
  }
}
