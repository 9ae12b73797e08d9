package dev.zundacast.cli.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Options of a command's mixins that mean nothing to it: they are taken out of the command. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WithoutOptions {
  /** The options' names, as {@code --out}. */
  String[] value();
}
