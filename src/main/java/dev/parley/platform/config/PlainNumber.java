package dev.parley.platform.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.temporal.ChronoUnit;

/// What a number without a unit means for a `Duration`, where that is not seconds: a variable such
/// as `ACCESS_TOKEN_EXPIRE_MINUTES` has its unit in its name.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainNumber {
  ChronoUnit value();
}
