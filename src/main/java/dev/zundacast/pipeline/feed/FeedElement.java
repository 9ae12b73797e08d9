package dev.zundacast.pipeline.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of a feed with its line, its names written with the usual prefixes. */
final class FeedElement {
  private final String name;
  private final int line;
  private final Map<String, String> attributes = new HashMap<>();
  private final List<FeedElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  FeedElement(String name, int line) {
    this.name = name;
    this.line = line;
  }

  void put(String attribute, String value) {
    attributes.put(attribute, value);
  }

  void add(FeedElement child) {
    children.add(child);
  }

  void add(String characters) {
    text.append(characters);
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  /** The value of an attribute, "" when it is absent. */
  String get(String attribute) {
    return attributes.getOrDefault(attribute, "").strip();
  }

  /** Its own text, without that of its children. */
  String text() {
    return text.toString().strip();
  }

  List<FeedElement> all(String child) {
    return children.stream().filter(it -> it.name.equals(child)).toList();
  }

  Optional<FeedElement> first(String child) {
    return children.stream().filter(it -> it.name.equals(child)).findFirst();
  }

  boolean isEmpty() {
    return text().isEmpty() && children.isEmpty();
  }
}
