package dev.zundacast.words;

/**
 * Where a match of a regular expression may begin, as far as the expression tells.
 *
 * @param first what it may begin with
 * @param optional whether it may fit no character at all
 * @param longest most characters that it fits
 * @param opens whether it fits at the beginning of the text alone
 * @param closes whether it fits at the end of the text alone
 */
record MatchStart(
    CharacterMask first, boolean optional, int longest, boolean opens, boolean closes) {
  static final int ENDLESS = 1 << 20;

  /** What says nothing of where it begins. */
  static final MatchStart ANYWHERE = new MatchStart(CharacterMask.ALL, true, ENDLESS, false, false);

  /** A look at what stands before or behind, or nothing at all. */
  static final MatchStart NOTHING = new MatchStart(CharacterMask.NONE, true, 0, false, false);

  static final MatchStart OPENING = new MatchStart(CharacterMask.NONE, true, 0, true, false);
  static final MatchStart CLOSING = new MatchStart(CharacterMask.NONE, true, 0, false, true);

  /** (?!) */
  static final MatchStart NEVER = new MatchStart(CharacterMask.NONE, false, 0, true, true);

  /** What $ and \Z let stand behind them. */
  private static final int LINE_END = 2;

  /** One character of these; one beyond Unicode's first plane takes two places. */
  static MatchStart one(CharacterMask characters) {
    return new MatchStart(characters, false, characters == CharacterMask.ALL ? 2 : 1, false, false);
  }

  /** One character, by its first half where it takes two places. */
  static MatchStart one(int character) {
    char[] places = Character.toChars(character);
    return new MatchStart(
        CharacterMask.range(places[0], places[0]), false, places.length, false, false);
  }

  MatchStart then(MatchStart next) {
    return new MatchStart(
        optional ? first.or(next.first) : first,
        optional && next.optional,
        Math.min(ENDLESS, longest + next.longest),
        opens || (longest == 0 && next.opens),
        closes || next.closes);
  }

  MatchStart or(MatchStart other) {
    return new MatchStart(
        first.or(other.first),
        optional || other.optional,
        Math.max(longest, other.longest),
        opens && other.opens,
        closes && other.closes);
  }

  MatchStart times(int least, int most) {
    return new MatchStart(
        first,
        optional || least == 0,
        (int) Math.min(ENDLESS, (long) longest * most),
        opens && least > 0,
        closes && least > 0);
  }

  /** Whether both are bound to the text's ends in the same way, so that one stands for both. */
  boolean isBoundAs(MatchStart other) {
    return opens == other.opens
        && closes == other.closes
        && (longest == ENDLESS) == (other.longest == ENDLESS);
  }

  /** Whether nothing tells where a match may begin. */
  boolean isAnywhere() {
    return (optional || first.hasAll()) && !opens && !closes;
  }

  /** The next place of a text where a match may begin, behind the text when there is none. */
  int next(String text, int from) {
    int to = opens ? 0 : text.length();
    for (int i = closes ? Math.max(from, earliest(text)) : from; i <= to; i++) {
      if (isFirst(text, i)) {
        return i;
      }
    }
    return text.length() + 1;
  }

  /** Whether a match may begin at this place. */
  boolean mayBe(String text, int at) {
    return isFirst(text, at) && (!opens || at == 0) && (!closes || at >= earliest(text));
  }

  private int earliest(String text) {
    return text.length() - longest - LINE_END;
  }

  private boolean isFirst(String text, int at) {
    return optional || (at < text.length() && first.has(text.charAt(at)));
  }
}
