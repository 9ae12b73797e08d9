package dev.zundacast.cli.scale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.pipeline.scale.CataloguePlan;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints what a catalogue takes, for people or for programs. */
final class PlanPrinter {
  private final Terminal terminal;
  private final CataloguePlan plan;
  private final EngineSpeed speed;
  private final Optional<Double> price;
  private final Optional<CataloguePlan.Impact> impact;

  /**
   * @param price of an hour of one machine
   * @param impact what a change of readings touches
   */
  PlanPrinter(
      Terminal terminal,
      CataloguePlan plan,
      EngineSpeed speed,
      Optional<Double> price,
      Optional<CataloguePlan.Impact> impact) {
    this.terminal = terminal;
    this.plan = plan;
    this.speed = speed;
    this.price = price;
    this.impact = impact;
  }

  /** One JSON object. */
  void json() {
    terminal.json(PlanJson.of(plan, speed, price.orElse(null), impact.orElse(null)));
  }

  /** A row a figure. */
  void rows() {
    if (plan.unreadable() > 0) {
      terminal.say(
          "note: "
              + plan.unreadable()
              + " of the posts that were looked at cannot be episodes; 'check' says why");
    }
    row(
        "posts",
        String.format(
            Locale.ROOT, "%,d, %,d of them looked at closely", plan.posts(), plan.looked()));
    row("audio", hours(plan.audioHours()));
    row("lines", String.format(Locale.ROOT, "%,d", plan.lines()));
    row(
        "to be made",
        String.format(Locale.ROOT, "%,d lines, %.1f %%", plan.linesToMake(), 100 * plan.missing()));
    row(
        "engine speed",
        String.format(
            Locale.ROOT, "%.2f seconds of speech a second (%s)", speed.factor(), speed.origin()));
    row("engines", hours(plan.engineHours()));
    row(
        "over " + plan.machines(),
        hours(plan.longestHours())
            + String.format(
                Locale.ROOT,
                " for the longest shard (%s, %,d posts)",
                plan.longest().shard(),
                plan.longest().posts().size()));
    if (price.isPresent()) {
      double cost = price.get() * plan.machineHours();
      row("cost", String.format(Locale.ROOT, "%,.2f at %.2f an hour", cost, price.get()));
    }
    impact.ifPresent(
        it ->
            row(
                "new readings",
                String.format(
                    Locale.ROOT,
                    "%,d lines of %,d episodes, %,.1f engine-hours",
                    it.lines(),
                    it.episodes(),
                    it.engineHours())));
  }

  private static String hours(double hours) {
    return String.format(Locale.ROOT, "%,.2f hours", hours);
  }

  private void row(String name, String value) {
    terminal.row(name, 14, value);
  }

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record PlanJson(
      int posts,
      int looked,
      int unreadable,
      double audioHours,
      long lines,
      long linesToMake,
      double engineSpeed,
      String engineSpeedFrom,
      double engineHours,
      int machines,
      String longestShard,
      double longestShardHours,
      double machineHours,
      @Nullable Double cost,
      @Nullable ImpactJson words) {

    static PlanJson of(
        CataloguePlan plan,
        EngineSpeed speed,
        @Nullable Double price,
        CataloguePlan.@Nullable Impact impact) {
      return new PlanJson(
          plan.posts(),
          plan.looked(),
          plan.unreadable(),
          plan.audioHours(),
          plan.lines(),
          plan.linesToMake(),
          speed.factor(),
          speed.origin(),
          plan.engineHours(),
          plan.machines(),
          plan.longest().shard().toString(),
          plan.longestHours(),
          plan.machineHours(),
          price == null ? null : price * plan.machineHours(),
          impact == null
              ? null
              : new ImpactJson(impact.lines(), impact.episodes(), impact.engineHours()));
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  private record ImpactJson(long lines, long episodes, double engineHours) {}
}
