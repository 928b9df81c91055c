package dev.parley.retrieval;

import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Request.Upload;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.retrieval.document.Block;
import dev.parley.retrieval.document.DocumentRow;
import dev.parley.retrieval.document.DocumentStore;
import dev.parley.retrieval.document.DocumentStore.After;
import dev.parley.retrieval.document.DocumentStore.Filter;
import dev.parley.retrieval.document.DocumentStore.Stored;
import dev.parley.retrieval.document.VersionStore;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Operations on knowledge bases and documents.
final class KnowledgeRoutes implements RouteGroup {
  private static final int PAGE = 50;

  private final Knowledge knowledge;
  private final DocumentStore documents;
  private final VersionStore versions;
  private final Stories uploads;

  /// @param uploads where uploaded files are read from the disk
  KnowledgeRoutes(
      Knowledge knowledge, DocumentStore documents, VersionStore versions, Stories uploads) {
    this.knowledge = knowledge;
    this.documents = documents;
    this.versions = versions;
    this.uploads = uploads;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listDocuments", this::list);
    operations.on("uploadDocument", this::upload);
    operations.on("addPage", this::addPage);
    operations.on("getDocument", this::get);
    operations.on("deleteDocument", this::delete);
    operations.on("getDocumentContent", this::content);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    var limit = request.query("limit").map(Integer::parseInt).orElse(PAGE);
    var base = request.query("base").map(text -> id(text, "base")).orElse(null);
    var after = request.query("after").map(KnowledgeRoutes::after).orElse(null);
    var filter =
        new Filter(
            base, request.query("state").orElse(null), request.query("q").orElse(null), after);
    return documents
        .list(call, filter, limit + 1)
        .compose(found ->
            documents
                .count(call, base)
                .map(counts -> {
                  var page = found.size() > limit ? found.subList(0, limit) : found;
                  var next = found.size() > limit ? cursor(page.getLast()) : null;
                  return Answer.json(
                      new Page(
                          page.stream().map(DocumentView::of).toList(), next, Counts.of(counts)));
                }));
  }

  private Future<Answer> upload(Request request) {
    var upload = request.upload();
    var base = request.field("base").map(text -> id(text, "base")).orElse(null);
    return read(upload)
        .compose(content ->
            knowledge.add(
                request.call(),
                base,
                request.field("name").orElse(upload.name()),
                request.field("url").orElse(null),
                upload.mediaType(),
                content))
        .map(KnowledgeRoutes::stored);
  }

  private Future<byte[]> read(Upload upload) {
    return uploads.start(() -> Files.readAllBytes(upload.file()));
  }

  private Future<Answer> addPage(Request request) {
    var body = request.body(PageWish.class);
    return knowledge
        .addPage(request.call(), body.base(), body.url())
        .map(stored -> Answer.accepted(DocumentView.of(stored.document())));
  }

  private Future<Answer> get(Request request) {
    return documents
        .find(request.call(), request.pathId("document_id"))
        .map(found -> Answer.json(DocumentView.of(found.orElseThrow(Knowledge::noDocument))));
  }

  private Future<Answer> delete(Request request) {
    return knowledge
        .delete(request.call(), request.pathId("document_id"))
        .map(_ -> Answer.noContent());
  }

  private Future<Answer> content(Request request) {
    var id = request.pathId("document_id");
    var version = request.query("version").map(Integer::valueOf).orElse(null);
    return versions
        .content(request.call(), id, version)
        .map(found -> Answer.json(ContentView.of(id, found.orElseThrow(Knowledge::noDocument))));
  }

  private static Answer stored(Stored stored) {
    var view = DocumentView.of(stored.document());
    return stored.changed() ? Answer.accepted(view) : Answer.json(view);
  }

  private static UUID id(String text, String parameter) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new HttpProblem.Invalid(
          "The request does not fit the contract.",
          List.of(new Offence(parameter, "must be a UUID")));
    }
  }

  private static String cursor(DocumentRow last) {
    return last.id() + "/" + last.name();
  }

  private static After after(String cursor) {
    var cut = cursor.indexOf('/');
    return new After(cursor.substring(cut + 1), id(cursor.substring(0, Math.max(0, cut)), "after"));
  }

  private record PageWish(String url, @Nullable UUID base) {}

  private record Page(List<DocumentView> documents, @Nullable String next, Counts counts) {}

  /// How many documents are in which state.
  private record Counts(long queued, long reading, long embedding, long ready, long failed) {
    static Counts of(Map<String, Long> counts) {
      return new Counts(
          counts.getOrDefault("queued", 0L),
          counts.getOrDefault("reading", 0L),
          counts.getOrDefault("embedding", 0L),
          counts.getOrDefault("ready", 0L),
          counts.getOrDefault("failed", 0L));
    }
  }

  /// A text as clients see it.
  private record ContentView(
      UUID documentId,
      int version,
      boolean current,
      String title,
      @Nullable String url,
      String text,
      List<Block> blocks) {
    static ContentView of(UUID id, VersionStore.Content content) {
      return new ContentView(
          id,
          content.version(),
          content.current(),
          content.title(),
          content.url(),
          content.text(),
          content.blocks());
    }
  }
}
