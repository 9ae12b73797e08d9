package dev.zundacast.words;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads from a regular expression where its matches may begin. What is rare in our tables, like
 * references to groups and flags but for (?i) in front, it does not understand, so that a match of
 * it may begin anywhere.
 */
final class MatchStartReader {
  private static final CharacterMask DIGITS = CharacterMask.range('0', '9');
  private static final CharacterMask SPACES =
      CharacterMask.range('\t', '\r').or(CharacterMask.range(' ', ' '));
  private static final CharacterMask WORD =
      DIGITS.or(CharacterMask.range('A', 'Z')).or(CharacterMask.range('_', 'z'));

  /** By Unicode's blocks of it; what lies beyond the first plane, old forms, is not found. */
  private static final CharacterMask KATAKANA =
      CharacterMask.range('\u30A0', '\u30FF')
          .or(CharacterMask.range('\u31F0', '\u31FF'))
          .or(CharacterMask.range('\u32D0', '\u3357'))
          .or(CharacterMask.range('\uFF66', '\uFF9D'));

  private final String regex;
  private int at;
  private boolean ignoresCase;

  private MatchStartReader(String regex) {
    this.regex = regex;
  }

  /** An expression with what is not understood. */
  private static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;
  }

  /**
   * Where the matches begin: those of {@code ^A|B|C$} at the beginning, at any B, or near the end.
   */
  static List<MatchStart> read(String regex) {
    try {
      MatchStartReader reader = new MatchStartReader(regex);
      reader.ignoresCase = reader.skip("(?i)");
      List<MatchStart> all = new ArrayList<>();
      do {
        add(reader.sequence(), all);
      } while (reader.skip("|"));
      return reader.at == regex.length() ? all : List.of(MatchStart.ANYWHERE);
    } catch (Unknown e) {
      return List.of(MatchStart.ANYWHERE);
    }
  }

  private static void add(MatchStart start, List<MatchStart> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isBoundAs(start)) {
        all.set(i, all.get(i).or(start));
        return;
      }
    }
    all.add(start);
  }

  private MatchStart alternatives() throws Unknown {
    MatchStart all = sequence();
    while (skip("|")) {
      all = all.or(sequence());
    }
    return all;
  }

  private MatchStart sequence() throws Unknown {
    MatchStart all = MatchStart.NOTHING;
    while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
      all = all.then(repeated(atom()));
    }
    return all;
  }

  private MatchStart repeated(MatchStart atom) throws Unknown {
    MatchStart times = atom;
    if (skip("?")) {
      times = atom.times(0, 1);
    } else if (skip("*")) {
      times = atom.times(0, MatchStart.ENDLESS);
    } else if (skip("+")) {
      times = atom.times(1, MatchStart.ENDLESS);
    } else if (skip("{")) {
      int least = number();
      int most = !skip(",") ? least : regex.startsWith("}", at) ? MatchStart.ENDLESS : number();
      expect("}");
      times = atom.times(least, most);
    } else {
      return atom;
    }
    if (!skip("?")) {
      skip("+");
    }
    return times;
  }

  private MatchStart atom() throws Unknown {
    int c = regex.codePointAt(at);
    at += Character.charCount(c);
    return switch (c) {
      case '^' -> MatchStart.OPENING;
      case '$' -> MatchStart.CLOSING;
      case '.' -> MatchStart.one(CharacterMask.ALL);
      case '(' -> group();
      case '[' -> MatchStart.one(ofEitherCase(characterClass()));
      case '\\' -> escape();
      // A quantifier of nothing, as Java takes it.
      case '*', '+', '?', '{' -> throw new Unknown();
      default -> ignoresCase ? ofEitherCase(c) : MatchStart.one(c);
    };
  }

  private CharacterMask ofEitherCase(CharacterMask characters) {
    return ignoresCase ? CharacterMask.ALL : characters;
  }

  private static MatchStart ofEitherCase(int c) {
    return MatchStart.one(Character.toLowerCase(c)).or(MatchStart.one(Character.toUpperCase(c)));
  }

  private MatchStart group() throws Unknown {
    if (skip("?!)")) {
      return MatchStart.NEVER;
    }
    if (skip("?=")) {
      MatchStart seen = alternatives();
      expect(")");
      return seen.ahead();
    }
    boolean looks = skip("?!") || skip("?<=") || skip("?<!");
    if (!looks && !skip("?:") && regex.startsWith("?", at)) {
      throw new Unknown();
    }
    MatchStart inside = alternatives();
    expect(")");
    return looks ? MatchStart.NOTHING : inside;
  }

  private MatchStart escape() throws Unknown {
    char c = next();
    return switch (c) {
      case 'b', 'B' -> MatchStart.NOTHING;
      // What a group has found, which may be nothing.
      case '1', '2', '3' -> MatchStart.ANYWHERE;
      case 'z', 'Z' -> MatchStart.CLOSING;
      default -> MatchStart.one(escaped(c));
    };
  }

  /** What one escaped character stands for. */
  private CharacterMask escaped(char c) throws Unknown {
    return switch (c) {
      case 'd' -> DIGITS;
      case 's' -> SPACES;
      case 'w' -> WORD;
      case 'D', 'S', 'W' -> CharacterMask.ALL;
      case 'P' -> {
        property();
        yield CharacterMask.ALL;
      }
      case 'p' -> property();
      case 'x' -> coded();
      default -> sign(c);
    };
  }

  /** Of scripts that have thousands of characters, and of all else: all characters. */
  private CharacterMask property() throws Unknown {
    boolean katakana = skip("{IsKatakana}");
    if (!katakana) {
      expect("{");
      at = regex.indexOf('}', at) + 1;
    }
    return katakana ? KATAKANA : CharacterMask.ALL;
  }

  /** The character of {@code \x7E} or {@code \x{200D}}. */
  private CharacterMask coded() throws Unknown {
    if (ignoresCase) {
      throw new Unknown();
    }
    boolean braces = skip("{");
    int end = braces ? regex.indexOf('}', at) : at + 2;
    try {
      int code = Integer.parseInt(regex, at, end, 16);
      at = braces ? end + 1 : end;
      return Character.isBmpCodePoint(code)
          ? CharacterMask.range((char) code, (char) code)
          : CharacterMask.ALL;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new Unknown();
    }
  }

  private static CharacterMask sign(char c) throws Unknown {
    if (Character.isLetterOrDigit(c)) {
      throw new Unknown();
    }
    return CharacterMask.range(c, c);
  }

  /** Of a class that is not a plain list: all characters. */
  private CharacterMask characterClass() throws Unknown {
    boolean plain = !skip("^");
    CharacterMask all = CharacterMask.NONE;
    // A bracket that closes at once is a character.
    boolean begins = true;
    while (begins || !skip("]")) {
      begins = false;
      char c = next();
      if (c == '[') {
        characterClass();
        plain = false;
      } else if (c == '&' || Character.isSurrogate(c)) {
        plain = false;
      } else if (c == '\\') {
        all = all.or(escaped(next()));
        // A range from an escaped character is rare.
        plain &= !regex.startsWith("-", at);
      } else if (regex.startsWith("-", at) && !regex.startsWith("-]", at)) {
        at++;
        char last = next();
        if (last == '\\') {
          escaped(next());
          plain = false;
        } else {
          all = all.or(CharacterMask.range(c, last));
        }
      } else {
        all = all.or(CharacterMask.range(c, c));
      }
    }
    return plain ? all : CharacterMask.ALL;
  }

  private int number() throws Unknown {
    int number = 0;
    int from = at;
    while (at < regex.length() && Character.isDigit(regex.charAt(at))) {
      number = number * 10 + Character.digit(next(), 10);
    }
    if (at == from) {
      throw new Unknown();
    }
    return Math.min(number, MatchStart.ENDLESS);
  }

  private char next() throws Unknown {
    if (at >= regex.length()) {
      throw new Unknown();
    }
    return regex.charAt(at++);
  }

  private boolean skip(String sign) {
    boolean here = regex.startsWith(sign, at);
    at += here ? sign.length() : 0;
    return here;
  }

  private void expect(String sign) throws Unknown {
    if (!skip(sign)) {
      throw new Unknown();
    }
  }
}
