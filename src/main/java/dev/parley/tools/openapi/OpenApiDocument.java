package dev.parley.tools.openapi;

import java.util.List;

/// What a document offers.
///
/// @param server where all its operations are
public record OpenApiDocument(String title, String server, List<Candidate> candidates) {
  public OpenApiDocument {
    candidates = List.copyOf(candidates);
  }
}
