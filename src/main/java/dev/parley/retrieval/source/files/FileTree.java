package dev.parley.retrieval.source.files;

import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Trip;
import org.jspecify.annotations.Nullable;

/// Files under paths, wherever they are.
@FunctionalInterface
public interface FileTree {

  /// Shows every file, in any order. Blocks.
  ///
  /// @throws EndOfTrip.Failed when not all can be seen
  void each(Trip trip, Visitor visitor) throws Exception;

  /// Is shown files.
  @FunctionalInterface
  interface Visitor {
    void visit(Entry entry) throws Exception;
  }

  /// One file.
  ///
  /// @param path with `/`, from the top
  /// @param tag the same while the file is; null when only its bytes tell
  /// @param size in bytes; negative when it is not known
  /// @param edition what it came with, as its server names that
  /// @param content its bytes; to be asked for during the visit
  record Entry(
      String path, @Nullable String tag, long size, @Nullable String edition, Content content) {}

  /// Gives the bytes of a file.
  @FunctionalInterface
  interface Content {

    /// @param most that are wanted; one more says that there are more
    byte[] read(int most) throws Exception;
  }
}
