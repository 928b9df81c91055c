package dev.parley.api;

import dev.parley.call.Call;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.Peer;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A request of the server as endpoints see it.
final class BoundRequest implements Request {
  private final RoutingContext context;

  BoundRequest(RoutingContext context) {
    this.context = context;
  }

  @Override
  public Call call() {
    return Entry.call(context);
  }

  @Override
  public Peer peer() {
    return Arrival.peer(context);
  }

  @Override
  public UUID pathId(String name) {
    try {
      return UUID.fromString(String.valueOf(context.pathParam(name)));
    } catch (IllegalArgumentException _) {
      throw new HttpProblem.NotFound("There is nothing at this address.");
    }
  }

  @Override
  public Optional<String> query(String name) {
    return context.queryParam(name).stream().filter(value -> !value.isEmpty()).findFirst();
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name));
  }

  @Override
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(context.request().getCookie(name)).map(Cookie::getValue);
  }

  @Override
  public String path(String name) {
    return String.valueOf(context.pathParam(name));
  }

  @Override
  public <T> T body(Class<T> type) {
    var body = context.body().buffer();
    if (body == null) {
      throw new HttpProblem.Unreadable("The request has no body.");
    }
    return Json.read(body.getBytes(), type);
  }

  @Override
  public Optional<String> field(String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name))
        .filter(value -> !value.isBlank());
  }

  @Override
  public Upload upload() {
    return context.fileUploads().stream()
        .findFirst()
        .map(file ->
            new Upload(
                file.fileName(), file.contentType(), Path.of(file.uploadedFileName()), file.size()))
        .orElseThrow(() ->
            new HttpProblem.Invalid(
                "The request holds no file.", List.of(new Offence("/file", "is required"))));
  }
}
