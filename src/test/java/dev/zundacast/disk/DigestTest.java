package dev.zundacast.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {
  @Test
  void eachValueGoesInBehindItsLengthInBytes() throws Exception {
    byte[] framed = "1:a6:枝豆".getBytes(StandardCharsets.UTF_8);
    String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(framed));
    assertThat(new Digest().add("a").add("枝豆").hex()).isEqualTo(expected);
  }

  @Test
  void listsOfTextsDoNotRunTogether() {
    assertThat(new Digest().add("a").add("bc").hex())
        .isNotEqualTo(new Digest().add("ab").add("c").hex());
    assertThat(new Digest().addAll(List.of("a")).addAll(List.of("b", "c")).hex())
        .isNotEqualTo(new Digest().addAll(List.of("a", "b")).addAll(List.of("c")).hex());
  }

  @Test
  void valuesOfAnySizeGoInWholeAndInTheirOrder() throws Exception {
    MessageDigest plain = MessageDigest.getInstance("SHA-256");
    Digest digest = new Digest();
    for (int length : new int[] {1, 0, 1000, 1040, 2046, 2047, 2048, 2049, 3, 9999, 5}) {
      String value = "x".repeat(length);
      digest.add(value);
      plain.update((length + ":" + value).getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(digest.hex()).isEqualTo(HexFormat.of().formatHex(plain.digest()));
  }
}
