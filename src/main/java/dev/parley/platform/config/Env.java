package dev.parley.platform.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Environment variables that set a component of a configuration record, the first one found wins.
/// Every component also has a key in `config/parley.yaml`: its name in kebab case, under the keys
/// of the records around it.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Env {
  String[] value();
}
