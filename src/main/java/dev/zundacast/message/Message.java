package dev.zundacast.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the program says to a person: the key of a sentence in {@code messages.properties} with its
 * values, among them other messages; "" for the values one after the other. It is put into words
 * when it is shown, in the reader's language; programs read English.
 */
public record Message(String key, List<Object> values) {
  /** Nothing is said. */
  public static final Message NONE = plain();

  private static final String SENTENCES = "dev.zundacast.message.messages";

  /** Stands for a sentence of somebody else's. */
  private static final String LIBRARY = "library";

  public Message {
    values = List.copyOf(values);
  }

  /** A sentence with its values. */
  public static Message of(String key, @Nullable Object... values) {
    return new Message(key, Arrays.stream(values).map(Message::value).toList());
  }

  /** What a thing of this name is called, by the key that is made of it; else the name. */
  public static Message named(String area, String name) {
    String key = area + name.replace(' ', '-');
    return isKey(key) ? of(key) : plain(name);
  }

  /** What a library or the operating system says, in Japanese where that is known. */
  public static Message library(String text) {
    return of(LIBRARY, text);
  }

  /** Messages and texts of others, as they are, one after the other. */
  public static Message plain(@Nullable Object... parts) {
    return of("", parts);
  }

  /** Messages with a text between them. */
  public static Message join(String between, List<?> parts) {
    return plain(parts.stream().flatMap(it -> Stream.of(between, it)).skip(1).toArray());
  }

  /** Messages as a list within a sentence. */
  public static Message list(List<Message> all) {
    return all.stream().reduce((a, b) -> of("cli.list", a, b)).orElse(NONE);
  }

  /** What a file of ours holds: text, or a sentence; its values where this version has none. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Message ofKept(Object kept) {
    if (!(kept instanceof List<?> all)) {
      return plain(kept);
    }
    List<Object> values =
        all.stream().skip(1).map(it -> it instanceof List<?> inner ? ofKept(inner) : it).toList();
    Message message = new Message(String.valueOf(all.get(0)), values);
    return message.isSayable() ? message : plain(values.toArray());
  }

  /** Another version, or whoever a site came from, may have written any key and any values. */
  private boolean isSayable() {
    try {
      return !in(Locale.ROOT).isEmpty() && !in(Locale.JAPANESE).isEmpty();
    } catch (MissingResourceException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  /** As a file keeps it: its key and its values, so that it is said in its reader's language. */
  public List<Object> kept() {
    Stream<Object> said = values.stream().map(it -> it instanceof Message m ? m.kept() : it);
    return Stream.concat(Stream.of(key), said).toList();
  }

  /** What a failure says. */
  public static Message of(Throwable failure) {
    if (failure instanceof Told told) {
      return told.said();
    }
    String said = failure.getMessage();
    return library(said == null || said.isBlank() ? failure.getClass().getSimpleName() : said);
  }

  /** What is changed later is said as it was. */
  private static Object value(@Nullable Object given) {
    return given instanceof Message || given instanceof Integer || given instanceof Long
        ? given
        : String.valueOf(given);
  }

  /** The first of its lines. */
  public Message firstLine() {
    return key.isEmpty() && values.size() > 1 && values.indexOf("\n") > 0
        ? new Message("", values.subList(0, values.indexOf("\n")))
        : this;
  }

  /** Whether nothing is said. */
  public boolean isEmpty() {
    return key.isEmpty() && toString().isEmpty();
  }

  /** What to do about it: the sentence with {@code .next} behind its key, where there is one. */
  public Message next() {
    return isKey(key + ".next") ? new Message(key + ".next", values) : NONE;
  }

  private static boolean isKey(String key) {
    return ResourceBundle.getBundle(SENTENCES, Locale.ROOT).containsKey(key);
  }

  /** In the words of a language: Japanese, or else English. */
  public String in(Locale language) {
    if (key.isEmpty()) {
      return values.stream().map(it -> words(it, language)).collect(Collectors.joining());
    }
    if (key.equals(LIBRARY)) {
      String said = values.get(0).toString();
      return language.equals(Locale.JAPANESE) ? LibraryWords.japanese(said) : said;
    }
    MessageFormat sentence =
        new MessageFormat(
            ResourceBundle.getBundle(SENTENCES, language).getString(key), Locale.ROOT);
    // A number whose plural is chosen stays one; any other would be grouped by thousands.
    Format[] chosen = sentence.getFormatsByArgumentIndex();
    Object[] said = new Object[values.size()];
    for (int i = 0; i < said.length; i++) {
      boolean isChosen = i < chosen.length && chosen[i] != null;
      said[i] = isChosen ? values.get(i) : words(values.get(i), language);
    }
    return sentence.format(said);
  }

  private static String words(Object value, Locale language) {
    return value instanceof Message message ? message.in(language) : value.toString();
  }

  /** In English, as programs read it. */
  @Override
  @JsonValue
  public String toString() {
    return in(Locale.ROOT);
  }

  /** What libraries and the system say, in Japanese, by their words; none is read in English. */
  private static final class LibraryWords {
    private static final Map<Pattern, String> ROWS = rows();

    private static Map<Pattern, String> rows() {
      try (InputStream in = Message.class.getResourceAsStream("library_ja.tsv")) {
        String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        Map<Pattern, String> rows = new LinkedHashMap<>();
        all.lines()
            .filter(it -> !it.startsWith("#"))
            .map(it -> it.split("\t", 2))
            .forEach(row -> rows.put(Pattern.compile(row[0], Pattern.DOTALL), row[1]));
        return rows;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The same in Japanese, by the first row that fits; as it is where none does. */
    static String japanese(String words) {
      return ROWS.entrySet().stream()
          .map(row -> Map.entry(row.getKey().matcher(words), row.getValue()))
          .filter(row -> row.getKey().matches())
          .map(row -> row.getKey().replaceFirst(row.getValue()))
          .findFirst()
          .orElse(words);
    }
  }

  /** A failure that tells people about itself in their language. */
  public interface Told {
    /** What it says. */
    Message said();
  }
}
