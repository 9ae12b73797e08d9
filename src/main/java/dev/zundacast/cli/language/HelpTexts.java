package dev.zundacast.cli.language;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of a command in another language, as picocli takes it: by keys that are its own. */
public final class HelpTexts extends ResourceBundle {
  private final Map<String, String> texts = new HashMap<>();
  private final Language language;

  private HelpTexts(Language language) {
    this.language = language;
  }

  /** Gives a command its help in a language. */
  public static void translate(CommandSpec spec, Language language) {
    if (language == Language.EN) {
      return;
    }
    HelpTexts texts = new HelpTexts(language);
    texts.command(spec);
    spec.resourceBundle(texts);
  }

  private void command(CommandSpec spec) {
    UsageMessageSpec usage = spec.usageMessage();
    put("usage.description", usage.description());
    put("usage.footer", usage.footer());
    heading("usage.synopsisHeading", "Usage: ");
    heading("usage.commandListHeading", "%nCommands:%n");
    heading("usage.footerHeading", usage.footerHeading());
    heading("usage.exitCodeListHeading", usage.exitCodeListHeading());
    spec.options().forEach(option -> put(key(option), option.description()));
    spec.positionalParameters().forEach(each -> put(key(each), each.description()));
    Map<String, String> codes = new LinkedHashMap<>();
    usage.exitCodeList().forEach((code, means) -> codes.put(code, language.of(means)));
    usage.exitCodeList(codes);
  }

  private void heading(String key, String english) {
    if (english != null && !english.isEmpty()) {
      texts.put(key, language.of(english));
    }
  }

  /** The words under which picocli asks for the description of an option or parameter. */
  private static String key(ArgSpec arg) {
    return arg instanceof OptionSpec option
        ? option.longestName().replaceFirst("^-+", "")
        : arg.paramLabel() + "[" + ((PositionalParamSpec) arg).index() + "]";
  }

  private void put(String key, String... english) {
    for (int i = 0; i < english.length; i++) {
      texts.put(key + "." + i, language.of(english[i]));
    }
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return texts.get(key);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(texts.keySet());
  }
}
