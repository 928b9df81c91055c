package dev.parley.api;

import static java.util.Objects.requireNonNull;

import dev.parley.platform.http.HttpProblem;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The web pages, from the class path. Every address without a file extension is the one page of
/// the application, which finds its own way; assets have their hash in the name and never change.
final class WebPages implements Handler<RoutingContext> {
  private static final String ROOT = "web";
  private static final String PAGE = "/index.html";

  /// Whoever has the link reads it, and no search engine lists it.
  private static final String SHARED = "/shared/";

  private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json"));

  /// Files as they are in the jar; absent names are not kept, so the map is as small as the jar.
  private final Map<String, Page> files = new ConcurrentHashMap<>();

  @Override
  public void handle(RoutingContext context) {
    var method = context.request().method();
    var path = context.normalizedPath();
    if (path.startsWith("/api/")) {
      context.fail(new HttpProblem.NotFound("There is nothing at this address."));
      return;
    }
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      context.fail(405);
      return;
    }
    var name = extension(path).isEmpty() ? PAGE : path;
    var file = file(name);
    if (file.isEmpty()) {
      context.fail(new HttpProblem.NotFound("There is nothing at this address."));
      return;
    }
    Arrival.endpoint(context, name.equals(PAGE) ? "/" : "/assets");
    SecurityHeaders.forPage(context);
    var response = context.response();
    var zipped = file.get().zipped() != null && takesGzip(context);
    var body = zipped ? requireNonNull(file.get().zipped()) : file.get().plain();
    if (path.startsWith(SHARED)) {
      response.putHeader("X-Robots-Tag", "noindex, nofollow");
    }
    if (zipped) {
      response.putHeader("Content-Encoding", "gzip");
    }
    response
        .putHeader("Content-Type", TYPES.getOrDefault(extension(name), "application/octet-stream"))
        .putHeader("Content-Length", Integer.toString(body.length()))
        .putHeader("Vary", "Accept-Encoding")
        .putHeader(
            "Cache-Control",
            name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    var _ = method.equals(HttpMethod.HEAD) ? response.end() : response.end(body);
  }

  private static boolean takesGzip(RoutingContext context) {
    return context.parsedHeaders().acceptEncoding().stream()
        .anyMatch(coding -> coding.value().equals("gzip") && coding.weight() > 0);
  }

  private Optional<Page> file(String name) {
    if (!SAFE.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(files.computeIfAbsent(name, WebPages::read));
  }

  private static @Nullable Page read(String name) {
    try (var stream = WebPages.class.getClassLoader().getResourceAsStream(ROOT + name)) {
      return stream == null ? null : Page.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String extension(String path) {
    var dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot + 1) : "";
  }

  /// A file, and the same compressed where that makes it smaller.
  private record Page(Buffer plain, @Nullable Buffer zipped) {
    static Page of(byte[] content) throws IOException {
      var zipped = new ByteArrayOutputStream();
      try (var zip = new GZIPOutputStream(zipped)) {
        zip.write(content);
      }
      var plain = Buffer.buffer(content);
      return new Page(
          plain, zipped.size() < content.length ? Buffer.buffer(zipped.toByteArray()) : null);
    }
  }
}
