package dev.zundacast.words;

/**
 * Where a match of a regular expression may begin, and what it has to hold, as far as the
 * expression tells.
 *
 * @param first what it may begin with
 * @param second what may stand second in it
 * @param least fewest characters that it fits, as far as 2
 * @param longest most characters that it fits
 * @param needs what the text has one of where the match begins or behind it
 * @param opens whether it fits at the beginning of the text alone
 * @param closes whether it fits at the end of the text alone
 */
record MatchStart(
    CharacterMask first,
    CharacterMask second,
    int least,
    int longest,
    CharacterMask needs,
    boolean opens,
    boolean closes) {
  static final int ENDLESS = 1 << 20;

  /** What says nothing of where it begins. */
  static final MatchStart ANYWHERE =
      new MatchStart(
          CharacterMask.ALL, CharacterMask.ALL, 0, ENDLESS, CharacterMask.ALL, false, false);

  /** A look at what stands before or behind, or nothing at all. */
  static final MatchStart NOTHING = none(0, false, false);

  static final MatchStart OPENING = none(0, true, false);
  static final MatchStart CLOSING = none(0, false, true);

  /** (?!) */
  static final MatchStart NEVER = none(1, true, true);

  /** What $ and \Z let stand behind them. */
  private static final int LINE_END = 2;

  private static final int PAIR = 2;

  private static MatchStart none(int least, boolean opens, boolean closes) {
    return new MatchStart(
        CharacterMask.NONE, CharacterMask.NONE, least, 0, CharacterMask.ALL, opens, closes);
  }

  /** One character of these; one beyond Unicode's first plane takes two places. */
  static MatchStart one(CharacterMask characters) {
    return characters.hasAll()
        ? new MatchStart(characters, characters, 1, 2, characters, false, false)
        : new MatchStart(characters, CharacterMask.NONE, 1, 1, characters, false, false);
  }

  /** One character, by both halves where it takes two places. */
  static MatchStart one(int character) {
    char[] places = Character.toChars(character);
    MatchStart all = NOTHING;
    for (char place : places) {
      all = all.then(one(CharacterMask.range(place, place)));
    }
    return all;
  }

  /** A look ahead at this: nothing, but the text has to hold what this does. */
  MatchStart ahead() {
    return new MatchStart(CharacterMask.NONE, CharacterMask.NONE, 0, 0, needs, false, false);
  }

  MatchStart then(MatchStart next) {
    CharacterMask behind = mayBeOne() ? second.or(next.first) : second;
    return new MatchStart(
        least == 0 ? first.or(next.first) : first,
        least == 0 ? behind.or(next.second) : behind,
        Math.min(PAIR, least + next.least),
        Math.min(ENDLESS, longest + next.longest),
        needs.rarer(next.needs),
        opens || (longest == 0 && next.opens),
        closes || next.closes);
  }

  MatchStart or(MatchStart other) {
    return new MatchStart(
        first.or(other.first),
        second.or(other.second),
        Math.min(least, other.least),
        Math.max(longest, other.longest),
        needs.or(other.needs),
        opens && other.opens,
        closes && other.closes);
  }

  MatchStart times(int fewest, int most) {
    return new MatchStart(
        first,
        most > 1 && mayBeOne() ? second.or(first) : second,
        Math.min(PAIR, least * fewest),
        (int) Math.min(ENDLESS, (long) longest * most),
        fewest > 0 ? needs : CharacterMask.ALL,
        opens && fewest > 0,
        closes && fewest > 0);
  }

  private boolean mayBeOne() {
    return least < PAIR && longest > 0;
  }

  /** Whether both are bound to the text's ends in the same way, so that one stands for both. */
  boolean isBoundAs(MatchStart other) {
    return opens == other.opens
        && closes == other.closes
        && (longest == ENDLESS) == (other.longest == ENDLESS);
  }

  /** Whether nothing tells where a match may begin. */
  boolean isAnywhere() {
    return (least == 0 || (first.hasAll() && (least < PAIR || second.hasAll())))
        && !opens
        && !closes;
  }

  /** The next place of a text where a match may begin, behind the text when there is none. */
  int next(String text, int from) {
    int none = text.length() + 1;
    int end = opens ? Math.min(1, none - least) : none - least;
    int at = closes ? Math.max(from, earliest(text)) : from;
    if (least == 0) {
      return at < end ? at : none;
    }
    at = first.find(text, at, end);
    while (at < end && least == PAIR && !second.has(text.charAt(at + 1))) {
      at = first.find(text, at + 1, end);
    }
    return at < end ? at : none;
  }

  /** Whether a match may begin at this place. */
  boolean mayBe(String text, int at) {
    return begins(text, at) && (!opens || at == 0) && (!closes || at >= earliest(text));
  }

  private int earliest(String text) {
    return text.length() - longest - LINE_END;
  }

  private boolean begins(String text, int at) {
    return least == 0
        || (at + least <= text.length()
            && first.has(text.charAt(at))
            && (least < PAIR || second.has(text.charAt(at + 1))));
  }
}
