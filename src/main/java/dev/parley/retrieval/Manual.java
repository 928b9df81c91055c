package dev.parley.retrieval;

import dev.parley.call.Call;
import dev.parley.platform.lifecycle.Part;
import dev.parley.retrieval.document.DocumentStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Parley's own manual: the first knowledge base of an empty workspace, so that the first question
/// has an answer.
public final class Manual {
  /// A folder's pages are listed in its index, because a jar cannot be listed everywhere.
  private static final String FOLDER = "manual/";

  private static final String INDEX = FOLDER + "index.txt";
  private static final String SLUG = "parley-manual";
  private static final List<String> WAITING = List.of("queued", "reading", "embedding");

  private static final long LOOK_MS = 50;

  /// How often it is looked whether the pages are read: for some seconds. A machine that is slower
  /// than that serves without them for a while.
  private static final int LOOKS = 300;

  private final Knowledge knowledge;
  private final DocumentStore documents;

  Manual(Knowledge knowledge, DocumentStore documents) {
    this.knowledge = knowledge;
    this.documents = documents;
  }

  /// Loads the manual while the process starts. Completes when its pages can be found, so that the
  /// first question of a new user has its answer.
  public Part part(Supplier<Call> call) {
    return Part.of(
        "manual",
        vertx ->
            load(call.get())
                .compose(base ->
                    base.isPresent()
                        ? read(vertx, call.get(), base.get(), LOOKS)
                        : Future.succeededFuture()),
        _ -> Future.succeededFuture());
  }

  /// A job that hangs is no reason not to serve.
  private Future<Void> read(Vertx vertx, Call call, UUID base, int looks) {
    return documents
        .count(call, base)
        .compose(counts -> {
          var waiting = WAITING.stream().mapToLong(state -> counts.getOrDefault(state, 0L)).sum();
          return waiting == 0 || looks == 0
              ? Future.succeededFuture()
              : vertx.timer(LOOK_MS).compose(_ -> read(vertx, call, base, looks - 1));
        });
  }

  /// Makes the team's own base and the manual's, and puts the manual's pages in. Pages that are
  /// there already stay as they are; changed ones become new versions. What an administrator has
  /// deleted does not come back.
  ///
  /// @return the manual's base
  private Future<Optional<UUID>> load(Call call) {
    var pages = pages();
    return knowledge
        .ensureBase(call, "documents", "Documents")
        .compose(_ -> knowledge.ensureBase(call, SLUG, "Parley manual"))
        .compose(base ->
            base.isPresent()
                ? fill(call, base.get(), pages).map(base)
                : Future.succeededFuture(base));
  }

  private Future<?> fill(Call call, UUID base, List<String> pages) {
    return Future.all(
        pages.stream()
            .map(page ->
                knowledge.add(call, base, page, null, "text/markdown", bytes(FOLDER + page)))
            .toList());
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
