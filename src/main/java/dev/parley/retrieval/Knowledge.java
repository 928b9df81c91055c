package dev.parley.retrieval;

import dev.parley.call.Call;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.ids.Ids;
import dev.parley.retrieval.document.BaseProblem;
import dev.parley.retrieval.document.BaseStore;
import dev.parley.retrieval.document.BaseStore.Level;
import dev.parley.retrieval.document.DocumentStore;
import dev.parley.retrieval.document.DocumentStore.Stored;
import dev.parley.retrieval.document.NewDocument;
import dev.parley.retrieval.document.VersionStore;
import dev.parley.retrieval.document.Viewer;
import io.vertx.core.Future;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts documents into knowledge bases and takes them out again. What is put in is stored at once
/// and read in the background. From any thread.
public final class Knowledge {
  private static final int LONGEST_NAME = 500;

  /// With what may stand before a path and means nothing.
  private static final int LONGEST_TYPED = 4 * LONGEST_NAME;

  private final BaseStore bases;
  private final DocumentStore documents;
  private final VersionStore versions;
  private final Runnable queued;
  private final Runnable changed;
  private final Ids ids;
  private final InstantSource clock;

  /// @param queued called when there is a document to read
  /// @param changed called when something else can be found than before
  Knowledge(
      BaseStore bases,
      DocumentStore documents,
      VersionStore versions,
      Runnable queued,
      Runnable changed,
      Ids ids,
      InstantSource clock) {
    this.bases = bases;
    this.documents = documents;
    this.versions = versions;
    this.queued = queued;
    this.changed = changed;
    this.ids = ids;
    this.clock = clock;
  }

  /// Makes a base unless one with this slug is there, or was deleted.
  public Future<Optional<UUID>> ensureBase(Call call, String slug, String name) {
    return bases
        .wasDeleted(call, slug)
        .compose(deleted ->
            deleted
                ? Future.succeededFuture(Optional.empty())
                : makeBase(call, slug, name).map(Optional::of));
  }

  private Future<UUID> makeBase(Call call, String slug, String name) {
    return bases
        .ensure(call, ids.next(), slug, name, clock.instant())
        .map(all ->
            all.stream()
                .filter(base -> base.slug().equals(slug))
                .findFirst()
                .orElseThrow(BaseProblem.Unknown::new)
                .id());
  }

  /// Stores a file under a name in a base; the same name again makes a new version.
  ///
  /// @param base null for the first one that the caller may change
  /// @param url where people find the document, if anywhere
  public Future<Stored> add(
      Call call,
      @Nullable UUID base,
      String name,
      @Nullable String url,
      @Nullable String mediaType,
      byte[] content) {
    var path = clean(name);
    return baseOf(call, base)
        .compose(in ->
            put(
                call,
                new NewDocument(
                    in,
                    path,
                    title(path),
                    url,
                    null,
                    mediaType,
                    content,
                    NewDocument.hashOf(content))));
  }

  /// Notes an address whose file is to be fetched and read.
  Future<Stored> addPage(Call call, @Nullable UUID base, String url) {
    var address = address(url);
    return baseOf(call, base)
        .compose(in ->
            put(call, new NewDocument(in, address, address, address, address, null, null, null)));
  }

  /// Forgets a document at once.
  Future<Void> delete(Call call, UUID id) {
    return versions
        .delete(call, id, clock.instant())
        .compose(deleted -> {
          if (!deleted) {
            return Future.failedFuture(noDocument());
          }
          changed.run();
          return Future.succeededFuture();
        });
  }

  static HttpProblem noDocument() {
    return new HttpProblem.NotFound("There is no such document, or it was deleted.");
  }

  private Future<Stored> put(Call call, NewDocument document) {
    return documents
        .put(call, ids.next(), document, clock.instant())
        .onSuccess(stored -> {
          if (stored.changed()) {
            queued.run();
          }
        });
  }

  /// A new workspace has no base; the first document of an administrator makes one. Whether the
  /// caller may change the base is asked when the document is stored.
  Future<UUID> baseOf(Call call, @Nullable UUID wanted) {
    if (wanted != null) {
      return Future.succeededFuture(wanted);
    }
    return bases
        .list(call)
        .compose(all -> {
          var base = all.stream().filter(one -> one.level() == Level.EDITOR).findFirst();
          if (base.isPresent()) {
            return Future.succeededFuture(base.get().id());
          }
          return all.isEmpty() && Viewer.of(call).everything()
              ? makeBase(call, "documents", "Documents")
              : Future.failedFuture(new BaseProblem.ReadOnly());
        });
  }

  /// Names are paths with `/`; what would lead out of the base or cannot be shown is refused.
  private static String clean(String name) {
    var typed = name.length() > LONGEST_TYPED ? "" : name;
    var path =
        typed.replace('\\', '/').replaceAll("/{2,}", "/").replaceFirst("^(\\./|/)+", "").strip();
    var odd = path.chars().anyMatch(Character::isISOControl);
    var leaves = List.of(path.split("/")).contains("..");
    if (path.isEmpty() || path.length() > LONGEST_NAME || odd || leaves) {
      throw new HttpProblem.Invalid(
          "The name of the document cannot be used.",
          List.of(new Offence("/name", "must be a path of 1 to 500 characters without ..")));
    }
    return path;
  }

  private static String address(String url) {
    try {
      var uri = URI.create(url.strip());
      var scheme = Optional.ofNullable(uri.getScheme()).orElse("");
      if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return uri.toString();
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new HttpProblem.Invalid(
        "This is not the address of a page.",
        List.of(new Offence("/url", "must begin with http:// or https:// and name a host")));
  }

  private static String title(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
