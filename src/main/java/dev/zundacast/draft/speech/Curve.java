package dev.zundacast.draft.speech;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Values in time, joined by straight lines, level before the first and after the last. */
final class Curve {
  private final NavigableMap<Double, Double> values = new TreeMap<>();

  void add(double place, double value) {
    values.put(place, value);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  double at(double place) {
    Map.Entry<Double, Double> left = values.floorEntry(place);
    Map.Entry<Double, Double> right = values.ceilingEntry(place);
    if (left == null || right == null) {
      return left == null ? values.firstEntry().getValue() : left.getValue();
    }
    double distance = right.getKey() - left.getKey();
    double share = distance == 0 ? 0 : (place - left.getKey()) / distance;
    return left.getValue() + share * (right.getValue() - left.getValue());
  }
}
