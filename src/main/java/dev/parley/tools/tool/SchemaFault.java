package dev.parley.tools.tool;

/// Why something is no schema that can be used.
public final class SchemaFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String why;

  SchemaFault(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  /// For people.
  public String why() {
    return why;
  }
}
