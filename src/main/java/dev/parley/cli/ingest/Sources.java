package dev.parley.cli.ingest;

import java.nio.file.Path;
import java.util.List;

/// What an `ingest` is to take in.
///
/// @param files by name
/// @param hidden how many files and folders were passed over because their names begin with a dot
/// @param unreadable how many files were passed over because Parley does not read their kind
/// @param faults places that could not be looked into
record Sources(
    List<SourceFile> files, List<String> pages, int hidden, int unreadable, List<Fault> faults) {

  int count() {
    return files.size() + pages.size();
  }

  /// A file that will be sent.
  ///
  /// @param name its path below what was asked for, with slashes
  record SourceFile(Path path, String name, long bytes) {}

  /// Something that did not come in, and why.
  record Fault(String name, String reason) {}
}
