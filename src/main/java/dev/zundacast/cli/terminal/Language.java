package dev.zundacast.cli.terminal;

import dev.zundacast.episode.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A language of help and messages. What programs read is English in both. */
public final class Language {
  /** Holds what {@code --lang} said, and may be set by people who want it always. */
  public static final String VARIABLE = "ZUNDACAST_LANG";

  /** The option by which every command is told a language. */
  public static final String OPTION = "--lang";

  /** As POSIX has it: the first that is set decides. */
  private static final List<String> VARIABLES = List.of(VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG");

  private Language() {}

  /** The language of an environment, else of the desktop: Japanese, or the root for English. */
  public static Locale of(Map<String, String> env) {
    for (String variable : VARIABLES) {
      String set = env.getOrDefault(variable, "");
      if (!set.isEmpty()) {
        return named(set);
      }
    }
    // Windows has a language of its own and no such variables.
    boolean windows = !env.getOrDefault("SystemRoot", "").isEmpty();
    return windows ? named(Locale.getDefault().getLanguage()) : Locale.ROOT;
  }

  /** What {@code --lang} says, taken out of these arguments; a problem where it is not en or ja. */
  public static Optional<Locale> asked(List<String> args) {
    for (int i = 0; i < args.size() && !args.get(i).equals("--"); i++) {
      if (args.get(i).startsWith(OPTION + "=")) {
        return Optional.of(chosen(args.remove(i).substring(OPTION.length() + 1)));
      }
      if (args.get(i).equals(OPTION) && i + 1 < args.size()) {
        args.remove(i);
        return Optional.of(chosen(args.remove(i)));
      }
    }
    return Optional.empty();
  }

  private static Locale chosen(String name) {
    Locale language = named(name);
    if (language.equals(Locale.ROOT)
        && !name.toLowerCase(Locale.ROOT).matches("en(glish)?([_.-].*)?|c|posix")) {
      throw Problem.usage("cli.language", name);
    }
    return language;
  }

  private static Locale named(String locale) {
    return locale.toLowerCase(Locale.ROOT).matches("ja(pan)?([_.-].*)?|japanese.*")
        ? Locale.JAPANESE
        : Locale.ROOT;
  }
}
