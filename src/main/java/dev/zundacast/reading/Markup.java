package dev.zundacast.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Takes away what a text holds for the eye alone: addresses, Markdown and HTML marks. */
final class Markup {
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]]+\\]");

  /** Up to the first character that no address holds unescaped. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\s?(?:https?|ftp)://[!-~&&[^<>\"]]+|\\s?\\bwww\\.[!-~&&[^<>\"]]+");

  private static final Pattern BLOCK_MARK =
      Pattern.compile("^\\s*(?:#{1,6}\\s+|>(?!\\d)\\s*|[-*+]\\s+(?=\\S))");

  private static final Pattern EMPHASIS =
      Pattern.compile("(\\*{1,3}|~~|__)(?=\\S)([^*~]+?)(?<=\\S)\\1");

  private static final Pattern EMPTY_BRACKETS =
      Pattern.compile("\\(\\s*\\)|（\\s*）|「\\s*」|『\\s*』|\\[\\s*\\]|【\\s*】|<\\s*>|“\\s*”");

  private static final String CLOSING = ".,:;!?)]}'";

  private Markup() {}

  static String without(String text) {
    String plain = text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
    plain = IMAGE.matcher(plain).replaceAll("$1");
    plain = LINK.matcher(plain).replaceAll("$1");
    plain = FOOTNOTE.matcher(plain).replaceAll("");
    plain = withoutAddresses(plain);
    plain = TAG.matcher(plain).replaceAll("");
    plain = BLOCK_MARK.matcher(plain).replaceFirst("");
    plain = EMPHASIS.matcher(plain).replaceAll("$2");
    plain = plain.replace("`", "");
    return withoutEmptyBrackets(plain);
  }

  private static String withoutAddresses(String text) {
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
      plain = EMPTY_BRACKETS.matcher(before).replaceAll("");
    } while (!plain.equals(before));
    return plain;
  }
}
