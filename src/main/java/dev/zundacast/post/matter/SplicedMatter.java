package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A front matter of which is known where each value stands, so that only its bytes change. */
interface SplicedMatter extends FrontMatterFormat {
  SpannedText text();

  /** Where a key that is absent goes, and what is written there. */
  SpannedText.Edit insertion(String key, String value, String after);

  @Override
  default Optional<Scalar> scalar(String key) {
    return text().scalar(key);
  }

  @Override
  default List<String> list(String key) {
    return text().list(key);
  }

  @Override
  default boolean has(String key) {
    return text().span(key).isPresent();
  }

  @Override
  default Diagnostic at(String key, String message) {
    return text().at(key, message);
  }

  @Override
  default byte[] with(Map<String, String> values, String after) {
    List<SpannedText.Edit> edits = new ArrayList<>();
    values.forEach((key, value) -> edits.add(edit(key, value, after)));
    return text().with(edits);
  }

  private SpannedText.Edit edit(String key, String value, String after) {
    return text()
        .span(key)
        .map(it -> new SpannedText.Edit(it.from(), it.to(), value))
        .orElseGet(() -> insertion(key, value, after));
  }

  /** What another notation holds is not compared: its fence has changed already. */
  default Optional<String> changed(Set<String> keys, FrontMatterFormat after, String fence) {
    return after instanceof SplicedMatter other && other.getClass() == getClass()
        ? text().changedBeside(keys, other.text())
        : Optional.of(fence);
  }
}
