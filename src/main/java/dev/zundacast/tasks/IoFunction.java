package dev.zundacast.tasks;

import java.io.IOException;

/** Turns one value into another, or fails with input or output. */
@FunctionalInterface
public interface IoFunction<T, R> {
  R apply(T value) throws IOException;
}
