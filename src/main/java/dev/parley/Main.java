package dev.parley;

/// Start.
public final class Main {
  private Main() {}

  /// Runs.
  public static void main(String[] args) {
    for (var _ : args) {
      System.out.println("x");
    }
  }
}
