package dev.zundacast.reading.latin;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made by the first who asks. */
final class Lazy<T> {
  private final Supplier<T> maker;
  private volatile Optional<T> value = Optional.empty();

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    return value.orElseGet(this::make);
  }

  private synchronized T make() {
    if (value.isEmpty()) {
      value = Optional.of(maker.get());
    }
    return value.get();
  }
}
