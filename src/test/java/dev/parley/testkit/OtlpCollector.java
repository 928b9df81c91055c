package dev.parley.testkit;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A collector of spans that speaks OTLP over HTTP, as OpenTelemetry's own does, and keeps them.
public final class OtlpCollector implements AutoCloseable {
  private static final int TRIES = 300;
  private static final long PAUSE_MS = 50;

  private final HttpServer server;
  private final List<Seen> spans = new CopyOnWriteArrayList<>();
  private volatile @Nullable MultiMap headers;

  /// A span as it came.
  ///
  /// @param parent empty for the first one
  public record Seen(
      String trace, String id, String parent, String name, Map<String, String> attributes) {}

  private OtlpCollector(Vertx vertx) {
    server = vertx.createHttpServer();
  }

  /// On a free port of this machine.
  public static OtlpCollector start(Vertx vertx) {
    var collector = new OtlpCollector(vertx);
    Await.end(collector.server.requestHandler(collector::take).listen(0, "127.0.0.1"));
    return collector;
  }

  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /// A header of the last delivery.
  public String header(String name) {
    var last = headers;
    return last == null ? "" : String.valueOf(last.get(name));
  }

  public List<Seen> of(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  public List<Seen> named(String trace, String name) {
    return of(trace).stream().filter(span -> span.name().equals(name)).toList();
  }

  /// The spans of a trace, once there are as many.
  public List<Seen> await(String trace, int many) throws InterruptedException {
    for (var tries = 0; tries < TRIES && of(trace).size() < many; tries++) {
      Thread.sleep(PAUSE_MS);
    }
    if (of(trace).size() < many) {
      throw new AssertionError("only " + of(trace));
    }
    return of(trace);
  }

  private void take(HttpServerRequest request) {
    if (!"/v1/traces".equals(request.path())
        || !"application/x-protobuf".equals(request.getHeader("content-type"))) {
      var _ = request.response().setStatusCode(400).end();
      return;
    }
    headers = request.headers();
    var packed = "gzip".equals(request.getHeader("content-encoding"));
    request
        .body()
        .onSuccess(body -> {
          read(body, packed);
          var _ = request.response().putHeader("content-type", "application/x-protobuf").end();
        });
  }

  private void read(Buffer body, boolean packed) {
    try {
      var bytes = body.getBytes();
      var plain =
          packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
      keep(ExportTraceServiceRequest.parseFrom(plain));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep(ExportTraceServiceRequest export) throws InvalidProtocolBufferException {
    var hex = HexFormat.of();
    for (var resource : export.getResourceSpansList()) {
      for (var scope : resource.getScopeSpansList()) {
        for (var span : scope.getSpansList()) {
          spans.add(
              new Seen(
                  hex.formatHex(span.getTraceId().toByteArray()),
                  hex.formatHex(span.getSpanId().toByteArray()),
                  hex.formatHex(span.getParentSpanId().toByteArray()),
                  span.getName(),
                  attributes(span.getAttributesList())));
        }
      }
    }
  }

  private static Map<String, String> attributes(List<KeyValue> all) {
    var map = new TreeMap<String, String>();
    all.forEach(one -> map.put(one.getKey(), text(one.getValue())));
    return map;
  }

  private static String text(AnyValue value) {
    return value.hasIntValue() ? Long.toString(value.getIntValue()) : value.getStringValue();
  }

  @Override
  public void close() {
    Await.end(server.close());
  }
}
