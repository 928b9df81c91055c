package dev.parley.control.setting;

/// Something that administrators may change, as the part declares it that reads it.
///
/// @param key two words with a point between; the first one groups. Stored and public, so it is
///   never changed or used for something else
/// @param standard what holds where nobody has chosen
/// @param about what it does, in a sentence or two
public record Setting<T>(String key, Kind<T> kind, T standard, String about) {
  public Setting {
    if (!key.matches("[a-z]+\\.[a-z_]+")) {
      throw new IllegalArgumentException(key + " cannot be the key of a setting");
    }
    var fault = kind.fault(standard);
    if (fault.isPresent()) {
      throw new IllegalArgumentException("the default of " + key + " " + fault.get());
    }
  }

  String group() {
    return key.substring(0, key.indexOf('.'));
  }
}
