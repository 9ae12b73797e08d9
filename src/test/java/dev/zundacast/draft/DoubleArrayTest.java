package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.draft.MecabDictionary.DoubleArray;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubleArrayTest {
  @Test
  void findsEveryKeyThatWasPutAndNoOther() {
    // A root whose base is 1, as MeCab's compiler makes it.
    ByteBuffer empty = ByteBuffer.allocate(16);
    empty.putInt(0, 1);
    DoubleArray trie = DoubleArray.read(empty);
    Random random = new Random(7);
    Map<String, Integer> expected = new HashMap<>();
    for (int i = 0; i < 1500; i++) {
      String key = key(random);
      expected.put(key, i);
      trie.put(bytes(key), i);
    }
    DoubleArray again = DoubleArray.read(written(trie));
    expected.forEach((key, number) -> assertThat(again.get(bytes(key))).isEqualTo(number));
    for (int i = 0; i < 1500; i++) {
      String key = key(random);
      assertThat(again.get(bytes(key))).isEqualTo(expected.getOrDefault(key, -1));
    }
  }

  private static String key(Random random) {
    StringBuilder key = new StringBuilder();
    int length = 1 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      key.appendCodePoint(
          random.nextBoolean() ? 'a' + random.nextInt(3) : 'あ' + random.nextInt(40));
    }
    return key.toString();
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private static ByteBuffer written(DoubleArray trie) {
    ByteBuffer units = ByteBuffer.allocate(trie.bytes());
    trie.write(units);
    return units;
  }
}
