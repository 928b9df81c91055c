package dev.parley.platform.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a key holds and how its text is read.
///
/// @param allowed what may be written, for faults and the reference
/// @param secret whether the text must not be shown
/// @param list whether it holds several values
/// @param optional whether nothing (null) is a value
/// @param parse reads one item; throws [ConfigFault] or [IllegalArgumentException]
record ValueType(
    String allowed, boolean secret, boolean list, boolean optional, Scalars.Parse parse) {

  static ValueType of(RecordComponent component) {
    var list = component.getType() == List.class;
    var type = list ? itemType(component) : component.getType();
    var scalar = Scalars.of(type, plainUnit(component));
    var allowed = list ? "a list of " + scalar.plural() : scalar.allowed();
    return new ValueType(
        allowed, type == Secret.class, list, isNullable(component), scalar.parse());
  }

  /// Whether a type reads its own text, with a static method `parse(String)`.
  static boolean hasParse(Class<?> type) {
    return Scalars.ownParse(type) != null;
  }

  /// The value that `setting` stands for; null where nothing is written and that is allowed.
  @Nullable Object read(Setting setting) {
    if (list) {
      return setting.items().stream().map(parse::apply).toList();
    }
    if (setting.isList()) {
      throw new ConfigFault("is a list; allowed is " + allowed);
    }
    var text = setting.text().strip();
    return text.isEmpty() && optional ? null : parse.apply(text);
  }

  private static Class<?> itemType(RecordComponent component) {
    if (component.getGenericType() instanceof ParameterizedType generic
        && generic.getActualTypeArguments()[0] instanceof Class<?> item) {
      return item;
    }
    throw new IllegalArgumentException(component + " does not say what it is a list of");
  }

  private static ChronoUnit plainUnit(RecordComponent component) {
    var unit = component.getAnnotation(PlainNumber.class);
    return unit == null ? ChronoUnit.SECONDS : unit.value();
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
