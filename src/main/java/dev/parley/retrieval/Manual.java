package dev.parley.retrieval;

import dev.parley.call.Call;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Parley's own manual: the first knowledge base of an empty workspace, so that the first question
/// has an answer.
public final class Manual {
  /// A folder's pages are listed in its index, because a jar cannot be listed everywhere.
  private static final String FOLDER = "manual/";

  private static final String INDEX = FOLDER + "index.txt";
  private static final String SLUG = "parley-manual";

  private final Knowledge knowledge;

  public Manual(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /// Makes the team's own base and the manual's, and puts the manual's pages in. Pages that are
  /// there already stay as they are; changed ones become new versions.
  ///
  /// @return how many pages the manual has
  public Future<Integer> load(Call call) {
    var pages = pages();
    return knowledge
        .ensureBase(call, "documents", "Documents")
        .compose(_ -> knowledge.ensureBase(call, SLUG, "Parley manual"))
        .compose(base ->
            Future.all(
                pages.stream()
                    .map(page ->
                        knowledge.add(
                            call, base, page, null, "text/markdown", bytes(FOLDER + page)))
                    .toList()))
        .map(pages.size());
  }

  private static List<String> pages() {
    return new String(bytes(INDEX), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static byte[] bytes(String resource) {
    try (var stream = Manual.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
