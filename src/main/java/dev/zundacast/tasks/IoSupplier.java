package dev.zundacast.tasks;

import java.io.IOException;

/** Gives a value, or fails with input or output. */
@FunctionalInterface
public interface IoSupplier<T> {
  T get() throws IOException;
}
