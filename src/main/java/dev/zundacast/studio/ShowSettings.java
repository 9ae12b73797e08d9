package dev.zundacast.studio;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.TextDiff;
import dev.zundacast.disk.YamlEdit;
import dev.zundacast.disk.YamlFields.Field;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A show's settings, where each comes from, and changes of its zundacast.yaml. */
record ShowSettings(StudioSite site) {
  private static final int CONTEXT = 2;

  /** A value for a key, "" for what is usual; without a base it is only to be shown. */
  public record Change(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String value,
      @Nullable String base) {}

  /** Every setting with its value, what decides on it, and what is usual. */
  public Fields all() throws IOException {
    List<Fields> rows = new ArrayList<>();
    for (Field field : Settings.fields(file(), text())) {
      Optional<StudioSite.Given> given = Optional.ofNullable(site.given().get(field.name()));
      boolean set = field.line() > 0;
      Message from =
          set ? Message.plain(Settings.NAME + ":" + field.line()) : Message.of("engine.default");
      rows.add(
          Json.with("name", field.name())
              .with(
                  "value",
                  given.map(StudioSite.Given::value).orElse(set ? field.value() : field.usual()))
              .with("from", given.map(StudioSite.Given::from).orElse(from))
              .with("set", set)
              .with("written", set ? field.value() : null)
              .with("usual", field.usual())
              .with("editable", field.kind() != Field.Kind.FIELDS && !field.value().equals("…")));
    }
    return Json.with("settings", rows).with("file", file().toString());
  }

  /**
   * What a change makes of the file, and the file once the change was seen; a problem where it is
   * wrong, or the file was changed meanwhile.
   */
  public Fields change(Change change) throws IOException {
    String before = text();
    String after = changed(before, change);
    // Whoever reads it next would be stopped by a mistake in it.
    List<Field> read = Settings.fields(file(), after);
    assert !read.isEmpty();
    String base = new Digest().add(before).hex();
    if (change.base() == null) {
      String diff =
          TextDiff.of(
              Settings.NAME,
              Settings.NAME,
              before.lines().toList(),
              after.lines().toList(),
              CONTEXT);
      return Json.with("diff", diff).with("base", base);
    }
    if (!change.base().equals(base)) {
      throw Problem.input("studio.fileChanged", Settings.NAME);
    }
    SafePath.requireInside(site.show().root(), file(), 0, Message.of("disk.putFile"));
    AtomicFile.write(AtomicFile.behind(file()), after);
    return all();
  }

  private String changed(String text, Change change) throws IOException {
    Field field =
        Settings.fields(file(), text).stream()
            .filter(it -> it.name().equals(change.name()))
            .findFirst()
            .orElseThrow(() -> Problem.input("studio.noSetting", change.name()));
    YamlEdit edit = new YamlEdit(file(), text);
    String value = change.value().strip();
    if (value.isEmpty()) {
      return edit.without(field.name());
    }
    return field.kind() == Field.Kind.LIST
        ? edit.with(field.name(), Stream.of(value.split("[,、\\s]+")).toList())
        : edit.with(field.name(), value);
  }

  private Path file() {
    return site.show().settings();
  }

  private String text() throws IOException {
    return Files.isRegularFile(file()) ? Files.readString(file()).replaceFirst("^\uFEFF", "") : "";
  }
}
