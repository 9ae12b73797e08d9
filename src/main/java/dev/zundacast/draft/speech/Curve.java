package dev.zundacast.draft.speech;

import java.util.Arrays;

/**
 * Values at places in time, joined by straight lines and level before the first and after the last.
 */
final class Curve {
  private double[] places = new double[16];
  private double[] values = new double[16];
  private int size;

  /** Adds a value; places come in rising order. */
  void add(double place, double value) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    places[size] = place;
    values[size] = value;
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  double at(double place) {
    int found = Arrays.binarySearch(places, 0, size, place);
    if (found >= 0) {
      return values[found];
    }
    int right = -found - 1;
    if (right == 0) {
      return values[0];
    }
    if (right == size) {
      return values[size - 1];
    }
    double share = (place - places[right - 1]) / (places[right] - places[right - 1]);
    return values[right - 1] + share * (values[right] - values[right - 1]);
  }
}
