package dev.parley.api;

import dev.parley.platform.http.HttpProblem;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The web pages, from the class path. Every address without a file extension is the one page of
/// the application, which finds its own way; assets have their hash in the name and never change.
final class WebPages implements Handler<RoutingContext> {
  private static final String ROOT = "web";
  private static final String PAGE = "/index.html";
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
  private final Map<String, Buffer> files = new ConcurrentHashMap<>();

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
    response
        .putHeader("Content-Type", TYPES.getOrDefault(extension(name), "application/octet-stream"))
        .putHeader("Content-Length", Integer.toString(file.get().length()))
        .putHeader(
            "Cache-Control",
            name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    var _ = method.equals(HttpMethod.HEAD) ? response.end() : response.end(file.get());
  }

  private Optional<Buffer> file(String name) {
    if (!SAFE.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(files.computeIfAbsent(name, WebPages::read));
  }

  private static @Nullable Buffer read(String name) {
    try (var stream = WebPages.class.getClassLoader().getResourceAsStream(ROOT + name)) {
      return stream == null ? null : Buffer.buffer(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String extension(String path) {
    var dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot + 1) : "";
  }
}
