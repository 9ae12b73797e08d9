package dev.zundacast.reading;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the words of a reading list in a text, the longest first. A word's Latin ends must be ends
 * of words of the text too. A word with a capital letter behind its first one ({@code OpenAI},
 * {@code IT}) stands for that spelling alone, another for any capitals.
 */
final class EntryIndex {
  private final Map<Character, List<Word>> byFirst = new HashMap<>();

  /** An entry with its spelling as cleaned texts have it. */
  record Word(String text, ReadingEntry entry) {}

  EntryIndex(List<ReadingEntry> entries) {
    for (ReadingEntry entry : entries) {
      String word = Characters.normal(entry.written());
      if (!word.isEmpty()) {
        byFirst.computeIfAbsent(first(word, 0), c -> new ArrayList<>()).add(new Word(word, entry));
      }
    }
    byFirst
        .values()
        .forEach(list -> list.sort(comparing((Word it) -> it.text().length()).reversed()));
  }

  private static char first(String text, int from) {
    return Character.toLowerCase(text.charAt(from));
  }

  /** The longest word that stands in {@code text} at {@code from}. */
  Optional<Word> at(String text, int from) {
    for (Word word : byFirst.getOrDefault(first(text, from), List.of())) {
      if (stands(word.text, text, from)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static boolean stands(String word, String text, int from) {
    int end = from + word.length();
    return text.regionMatches(true, from, word, 0, word.length())
        && (anyCase(word) || text.startsWith(word, from))
        && isEdge(text, from)
        && isEdge(text, end);
  }

  private static boolean anyCase(String word) {
    String rest = word.substring(1);
    return rest.equals(rest.toLowerCase(Locale.ROOT));
  }

  /** Whether no Latin word goes on over this place; digits and humps (VSCode|Server) end a word. */
  private static boolean isEdge(String text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    char left = text.charAt(at - 1);
    char right = text.charAt(at);
    if (isDigit(right)) {
      return !isDigit(left);
    }
    return !isLatin(left)
        || !isLatin(right)
        || (Character.isLowerCase(left) && Character.isUpperCase(right));
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
