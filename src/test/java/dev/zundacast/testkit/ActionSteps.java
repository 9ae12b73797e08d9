package dev.zundacast.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The steps of an action or workflow that run in a shell, as they are written. */
public final class ActionSteps {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*([^}]+?)\\s*}}");

  private ActionSteps() {}

  /**
   * A step.
   *
   * @param env with the expressions that stand there
   */
  public record Step(String name, String run, Map<String, String> env) {
    /** Its environment with the values of expressions, such as {@code inputs.site}. */
    public Map<String, String> env(Map<String, String> values) {
      Map<String, String> filled = new HashMap<>();
      env.forEach(
          (name, value) -> {
            Matcher expression = EXPRESSION.matcher(value);
            filled.put(
                name,
                expression.replaceAll(
                    found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), ""))));
          });
      return filled;
    }
  }

  /** The steps of an action, in their order. */
  public static List<Step> ofAction(Path file) throws IOException {
    Map<?, ?> action = new Yaml().load(Files.readString(file));
    return steps(((Map<?, ?>) action.get("runs")).get("steps"));
  }

  /** The steps of all jobs of a workflow. */
  public static List<Step> ofWorkflow(Path file) throws IOException {
    Map<?, ?> workflow = new Yaml().load(Files.readString(file));
    List<Step> steps = new ArrayList<>();
    ((Map<?, ?>) workflow.get("jobs"))
        .values()
        .forEach(job -> steps.addAll(steps(((Map<?, ?>) job).get("steps"))));
    return steps;
  }

  /** What an action sets its inputs to where nobody does. */
  public static Map<String, String> defaults(Path file) throws IOException {
    Map<?, ?> action = new Yaml().load(Files.readString(file));
    Map<String, String> defaults = new HashMap<>();
    ((Map<?, ?>) action.get("inputs"))
        .forEach(
            (name, input) ->
                defaults.put("inputs." + name, String.valueOf(((Map<?, ?>) input).get("default"))));
    return defaults;
  }

  private static List<Step> steps(Object listed) {
    List<Step> steps = new ArrayList<>();
    for (Object one : (List<?>) listed) {
      Map<?, ?> step = (Map<?, ?>) one;
      if (step.get("run") instanceof String run) {
        Map<String, String> env = new HashMap<>();
        if (step.get("env") instanceof Map<?, ?> set) {
          set.forEach((name, value) -> env.put(String.valueOf(name), String.valueOf(value)));
        }
        steps.add(new Step(String.valueOf(step.get("name")), run, env));
      }
    }
    return steps;
  }
}
