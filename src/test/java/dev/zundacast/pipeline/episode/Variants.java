package dev.zundacast.pipeline.episode;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A record to copies of it, in each of which one component has another value. */
final class Variants {
  private Variants() {}

  /**
   * The copies by the name of the component that differs.
   *
   * @param others values for components whose type says nothing of what else could stand there
   */
  static <T extends Record> Map<String, T> of(T record, Map<String, Object> others)
      throws ReflectiveOperationException {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      components[i].getAccessor().setAccessible(true);
      values[i] = components[i].getAccessor().invoke(record);
    }
    var constructor = record.getClass().getDeclaredConstructor(types);
    Map<String, T> variants = new LinkedHashMap<>();
    for (int i = 0; i < components.length; i++) {
      Object[] changed = values.clone();
      Object other = others.get(components[i].getName());
      changed[i] = other == null ? other(values[i]) : other;
      @SuppressWarnings("unchecked")
      T variant = (T) constructor.newInstance(changed);
      variants.put(components[i].getName(), variant);
    }
    return variants;
  }

  private static Object other(Object value) {
    if (value instanceof String text) {
      return text + "x";
    }
    if (value instanceof Integer number) {
      return number + 1;
    }
    if (value instanceof Double number) {
      return number + 1;
    }
    if (value instanceof Enum<?> one) {
      Object[] all = one.getDeclaringClass().getEnumConstants();
      return all[(one.ordinal() + 1) % all.length];
    }
    if (value instanceof OptionalInt) {
      return OptionalInt.of(77);
    }
    if (value instanceof Optional<?>) {
      return Optional.of(7.7);
    }
    if (value instanceof OffsetDateTime date) {
      return date.plusDays(1);
    }
    if (value instanceof Path file) {
      return file.resolveSibling("x");
    }
    throw new IllegalArgumentException("name another value for " + value);
  }
}
