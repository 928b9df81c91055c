package dev.parley.platform.config;

import java.util.List;

/// A configuration record with rules between its parts. What one component alone shows to be wrong
/// belongs into the compact constructor; this is for the rest, and names all faults at once.
public interface Checked {

  /// What is wrong, in the form of [ConfigFault]: the key from this record down, then what must
  /// hold, such as `http.cors-origins must not contain * in production`.
  List<String> faults();
}
