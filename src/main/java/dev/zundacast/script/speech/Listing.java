package dev.zundacast.script.speech;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Enumerations of many names in one sentence, shortened where they claim to be no whole. */
final class Listing {
  /** A list of five and more short things that ends with など or といった. */
  private static final Pattern LIST =
      Pattern.compile(
          "(?<=[はがをにでとの]|^)((?!また|さらに|例えば|たとえば|特に|主に|そして|それに)(?:[^、。（）「」はがをにでとの]{1,24}|「[^」]{1,24}」)"
              + "(?:、(?:[^、。（）「」はがをにで]{1,24}|「[^」]{1,24}」)){4,}?)(など|といった)");

  private static final int KEPT = 3;

  private Listing() {}

  static String shorten(String sentence, List<String> used) {
    if (!sentence.contains("など") && !sentence.contains("といった")) {
      return sentence;
    }
    BitSet quoted = Quotes.in(sentence);
    Matcher matcher = LIST.matcher(sentence);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String said = matcher.group();
      if (!quoted.get(matcher.start()) || sentence.charAt(matcher.start()) == '「') {
        said = kept(matcher.group(1)) + matcher.group(2);
        used.add("listing");
      }
      matcher.appendReplacement(result, Matcher.quoteReplacement(said));
    }
    return matcher.appendTail(result).toString();
  }

  private static String kept(String list) {
    String[] things = list.split("、(?![^「]*」)", -1);
    return String.join("、", java.util.Arrays.asList(things).subList(0, KEPT));
  }
}
