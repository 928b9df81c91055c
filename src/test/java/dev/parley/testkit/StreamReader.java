package dev.parley.testkit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Somebody who reads a streamed answer of the API of OpenAI as it comes, over a socket of their
/// own: slowly, or not to the end, if they like.
public final class StreamReader {
  private static final String TOKEN = "\"content\":\"t";
  private static final int RECEIVE_BUFFER = 16 << 10;

  private final int mark;
  private final Promise<Void> marked = Promise.promise();
  private final Promise<String> whole = Promise.promise();
  private final Promise<Void> begun = Promise.promise();
  private final StringBuilder text = new StringBuilder();
  private final AtomicInteger tokens = new AtomicInteger();
  private volatile @Nullable HttpClientRequest request;
  private volatile @Nullable HttpClientResponse response;
  private int searched;

  private StreamReader(int mark) {
    this.mark = mark;
  }

  /// A client for many readers, each with a connection of its own and a small buffer.
  public static HttpClient client(Vertx vertx) {
    return vertx.createHttpClient(
        new HttpClientOptions().setReceiveBufferSize(RECEIVE_BUFFER).setKeepAlive(false),
        new PoolOptions().setHttp1MaxSize(2_000));
  }

  /// @param id of the request
  /// @param mark how many tokens [#marked] waits for
  /// @param reading whether it reads at once; else from [#read] on
  public static StreamReader ask(
      HttpClient client, URI url, String id, String json, int mark, boolean reading) {
    var reader = new StreamReader(mark);
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url.toString())
            .putHeader("content-type", "application/json")
            .putHeader("x-request-id", id);
    var _ =
        client
            .request(options)
            .compose(request -> {
              reader.request = request;
              return request.send(json);
            })
            .onSuccess(response -> reader.follow(response, reading))
            .onFailure(reader::failed);
    return reader;
  }

  private void follow(HttpClientResponse response, boolean reading) {
    this.response = response;
    response.exceptionHandler(this::failed);
    response.handler(this::take);
    response.endHandler(_ -> whole.tryComplete(text()));
    if (!reading) {
      response.pause();
    }
    begun.tryComplete();
  }

  private void failed(Throwable cause) {
    whole.tryFail(cause);
    begun.tryFail(cause);
    marked.tryFail(cause);
  }

  private void take(Buffer piece) {
    synchronized (text) {
      text.append(piece);
    }
    for (var at = text.indexOf(TOKEN, searched); at >= 0; at = text.indexOf(TOKEN, searched)) {
      searched = at + TOKEN.length();
      if (tokens.incrementAndGet() == mark) {
        marked.tryComplete();
      }
    }
  }

  /// Completes when the head of the answer has come.
  public Future<Void> begun() {
    return begun.future();
  }

  /// Completes when so many tokens have come.
  public Future<Void> marked() {
    return marked.future();
  }

  /// The body, when it has come to a clean end.
  public Future<String> whole() {
    return whole.future();
  }

  public int tokens() {
    return tokens.get();
  }

  /// What has come so far.
  public String text() {
    synchronized (text) {
      return text.toString();
    }
  }

  public String header(String name) {
    var head = response;
    var value = head == null ? null : head.getHeader(name);
    return value == null ? "" : value;
  }

  /// Reads on.
  public void read() {
    var paused = response;
    if (paused != null) {
      var _ = paused.resume();
    }
  }

  /// Closes the socket.
  public void leave() {
    var asked = request;
    if (asked != null) {
      var _ = asked.connection().close();
    }
  }
}
