package dev.zundacast.reading;

import dev.zundacast.words.Search;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Takes away what a text holds for the eye alone: addresses, Markdown and HTML marks. */
final class Markup {
  private static final Search TAG = Search.of("</?[a-zA-Z][^<>]*>");
  private static final Search IMAGE = Search.of("!\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Search LINK = Search.of("\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Search FOOTNOTE = Search.of("\\[\\^[^\\]]+\\]");

  /** Up to the first character that no address holds unescaped. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\s?(?:https?|ftp)://[!-~&&[^<>\"]]+|\\s?\\bwww\\.[!-~&&[^<>\"]]+");

  private static final Search BLOCK_MARK =
      Search.of("^\\s*(?:#{1,6}\\s+|>(?!\\d)\\s*|[-*+]\\s+(?=\\S))");

  private static final Search EMPHASIS = Search.of("(\\*{1,3}|~~|__)(?=\\S)([^*~]+?)(?<=\\S)\\1");

  private static final Search EMPTY_BRACKETS =
      Search.of("\\(\\s*\\)|（\\s*）|「\\s*」|『\\s*』|\\[\\s*\\]|【\\s*】|<\\s*>|“\\s*”");

  /** The last dot would be that of a name: ...by is no .by. */
  private static final Search ELLIPSIS = Search.of("\\.{3,}(?=[A-Za-z])");

  private static final String CLOSING = ".,:;!?)]}'";

  private Markup() {}

  static String without(String text) {
    String plain = text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
    plain = IMAGE.replaceAll(plain, "$1");
    plain = LINK.replaceAll(plain, "$1");
    plain = FOOTNOTE.replaceAll(plain, "");
    plain = withoutAddresses(plain);
    plain = TAG.replaceAll(plain, "");
    plain = BLOCK_MARK.replaceFirst(plain, "");
    plain = EMPHASIS.replaceAll(plain, "$2");
    plain = ELLIPSIS.replaceAll(plain, "…");
    plain = plain.replace("`", "");
    return withoutEmptyBrackets(plain);
  }

  private static String withoutAddresses(String text) {
    // Each kind of address holds one of these, and hardly a line does.
    if (!text.contains("://") && !text.contains("www.")) {
      return text;
    }
    return ADDRESS
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(behindAddress(found.group())));
  }

  /** The signs at an address's end that belong to the sentence around it. */
  private static String behindAddress(String address) {
    int end = address.length();
    while (end > 0 && CLOSING.indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(end);
  }

  /** Brackets may stand in brackets, so until none is left. */
  private static String withoutEmptyBrackets(String text) {
    String before;
    String plain = text;
    do {
      before = plain;
      plain = EMPTY_BRACKETS.replaceAll(before, "");
    } while (!plain.equals(before));
    return plain;
  }
}
