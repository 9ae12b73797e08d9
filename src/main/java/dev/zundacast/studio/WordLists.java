package dev.zundacast.studio;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.ReadingChange;
import dev.zundacast.pipeline.ReadingImpact;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.script.ScriptHistory.Step;
import dev.zundacast.studio.episode.Episodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reading lists of a show: their words, changes, and which lines a change would change. */
record WordLists(Episodes episodes) {
  /** What the page asks of them. */
  public record Request(
      @Nullable String word,
      @Nullable String reading,
      @Nullable Integer accent,
      @Nullable String remove,
      @JsonProperty("import") @Nullable List<ReadingChange.Row> imports,
      @Nullable Only only,
      boolean shared,
      boolean dryRun) {
    private ReadingChange change() {
      List<ReadingChange.Row> rows =
          new ArrayList<>(Objects.requireNonNullElse(imports, List.of()));
      if (word != null) {
        rows.add(new ReadingChange.Row(word, reading, accent, null));
      }
      return new ReadingChange("", remove == null ? List.of() : List.of(remove), rows);
    }
  }

  /** The lines that a reading is for, where it is not for all. */
  public record Only(@Nullable String key, @Nullable List<String> ids) {}

  private ReadingChange.History history() throws IOException {
    Path out = episodes.stages().workspace().out();
    return new ReadingChange.History(out.resolve("studio").resolve("dictionary.json"));
  }

  /** The words of all lists, the show's own first. */
  public Fields all() throws IOException {
    List<Path> files = episodes.stages().workspace().readings();
    List<Fields> entries = new ArrayList<>();
    for (Path file : files) {
      boolean shared = file.equals(files.get(files.size() - 1)) && files.size() > 1;
      for (ReadingEntry entry : ReadingList.load(file).entries()) {
        entries.add(
            Json.with("word", entry.written())
                .with("reading", entry.reading())
                .with("accent", entry.accent())
                .with("shared", shared)
                .with("place", file.toString()));
      }
    }
    return Json.with("entries", entries)
        .with("undo", history().next(Step.UNDO))
        .with("redo", history().next(Step.REDO));
  }

  /**
   * Writes a change into its list or the lines that it is for, or shows what it would change; a
   * problem where a word or reading is none.
   */
  public Fields take(Request request) throws IOException {
    if (request.dryRun()) {
      return impact(request);
    }
    Only only = request.only();
    if (only != null && only.key() != null) {
      episodes
          .open(only.key())
          .read(
              Optional.ofNullable(only.ids()),
              String.valueOf(request.word()),
              String.valueOf(request.reading()));
    } else {
      Workspace workspace = episodes.stages().workspace();
      if (!request.shared()) {
        workspace.ignoreOut();
      }
      ReadingList before = workspace.readingList(request.shared());
      if (request.remove() != null && before.find(request.remove()).isEmpty()) {
        throw Problem.input("studio.notInList", request.remove(), before.file());
      }
      ReadingList after = request.change().in(before);
      after.save();
      history().add(ReadingChange.between(after, before));
      episodes.readingsChanged();
    }
    return all();
  }

  /** Takes a list's last change back or does it again, and tells its words; a problem for none. */
  public Message step(Step step) throws IOException {
    Message words = history().step(step);
    episodes.readingsChanged();
    return words;
  }

  /** The lines that a change would have spoken anew; changes nothing. */
  private Fields impact(Request request) throws IOException {
    Stages now = episodes.stages();
    ReadingList after = request.change().in(now.readings().list());
    List<ReadingImpact.Changed> lines = new ReadingImpact(now).of(after, unreadable -> {});
    Map<Path, String> keys = new HashMap<>();
    episodes.posts().forEach((key, post) -> keys.put(now.workspace().script(post), key));
    Map<String, Integer> letters = new HashMap<>();
    lines.forEach(it -> letters.put(it.line().speaker() + "\t" + it.after(), it.after().length()));
    int sum = letters.values().stream().mapToInt(it -> it).sum();
    return Json.with("lines", lines.stream().map(it -> row(it, keys)).toList())
        .with("episodes", lines.stream().map(ReadingImpact.Changed::script).distinct().count())
        .with("clips", letters.size())
        .with("seconds", sum * episodes.engines().secondsALetter());
  }

  private static Fields row(ReadingImpact.Changed changed, Map<Path, String> keys) {
    return Json.with("key", keys.getOrDefault(changed.script(), ""))
        .with("id", changed.line().id())
        .with("title", Post.stem(changed.script()))
        .with("written", changed.line().display())
        .with("before", changed.before())
        .with("after", changed.after());
  }
}
