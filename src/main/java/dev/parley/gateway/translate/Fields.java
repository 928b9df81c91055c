package dev.parley.gateway.translate;

import dev.parley.gateway.translate.Translation.Untranslatable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// Fields of a request, each with the type that it must have.
final class Fields {
  private Fields() {}

  static JsonObject object(@Nullable Object value, String name) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new Untranslatable("\"" + name + "\" must be an object.");
  }

  static JsonArray array(@Nullable Object value, String name) {
    if (value instanceof JsonArray array) {
      return array;
    }
    throw new Untranslatable("\"" + name + "\" must be an array.");
  }

  static String text(@Nullable Object value, String name) {
    if (value instanceof String text) {
      return text;
    }
    throw new Untranslatable("\"" + name + "\" must be a string.");
  }

  /// Null where it is absent.
  static @Nullable Number number(JsonObject body, String name) {
    return switch (body.getValue(name)) {
      case null -> null;
      case Number number -> number;
      default -> throw new Untranslatable("\"" + name + "\" must be a number.");
    };
  }

  /// Null where it is absent.
  static @Nullable Integer whole(JsonObject body, String name) {
    var number = number(body, name);
    if (number == null) {
      return null;
    }
    var value = number.longValue();
    if (value != number.doubleValue() || value != (int) value) {
      throw new Untranslatable("\"" + name + "\" must be a whole number.");
    }
    return (int) value;
  }
}
