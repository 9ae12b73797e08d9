package dev.zundacast.testkit;

import java.lang.reflect.RecordComponent;

/** A record to a copy of it with another value in one place. */
public final class Records {
  private Records() {}

  /** The record with this value of a component. */
  @SuppressWarnings("unchecked")
  public static <T extends Record> T with(T record, String component, Object value) {
    try {
      RecordComponent[] components = record.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        boolean other = components[i].getName().equals(component);
        values[i] = other ? value : components[i].getAccessor().invoke(record);
      }
      return (T) record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
