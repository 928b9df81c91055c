package dev.parley.gateway.model;

/// One attempt of a call, for the eyes of administrators.
///
/// @param target `provider/model`
/// @param key what administrators call the key
/// @param outcome `completed`, `cancelled` or the class of the failure
public record Tried(String target, String key, String outcome) {
  @Override
  public String toString() {
    return target + (key.isEmpty() ? "" : "#" + key) + "=" + outcome;
  }
}
