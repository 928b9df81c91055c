package dev.parley.launcher;

/** x. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    System.out.println("x");
  }
}
