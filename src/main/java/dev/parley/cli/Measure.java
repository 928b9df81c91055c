package dev.parley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is to be measured of the search, and in which ways.
///
/// @param folder with questions and their answers, or with documents whose headings are asked for
/// @param weights shares of the vectors in the order of passages, 0 to 1; none for the usual one
/// @param candidates how many passages words and vectors propose; none for the usual number
/// @param tokens how long passages are at most; none for the usual length
/// @param chart file that a chart is written to
public record Measure(
    Path folder,
    List<Double> weights,
    List<Integer> candidates,
    List<Integer> tokens,
    Optional<Path> chart) {
  public Measure {
    weights = List.copyOf(weights);
    candidates = List.copyOf(candidates);
    tokens = List.copyOf(tokens);
  }

  /// In the usual way.
  static Measure of(Path folder) {
    return new Measure(folder, List.of(), List.of(), List.of(), Optional.empty());
  }
}
