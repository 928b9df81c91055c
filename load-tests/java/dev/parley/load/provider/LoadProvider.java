package dev.parley.load.provider;

import dev.parley.load.Options;
import dev.parley.testkit.Play;
import dev.parley.testkit.Script;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A server that speaks OpenAI's chat completions. How it answers stands, first come first served,
/// in the header `x-fake`, in the field `fake` of the body, which gateways that pass on unknown
/// fields keep, and on the command line; see [Wish].
///
/// `GET /log` tells what was sent to whom, where requests name themselves in the field `user`.
public final class LoadProvider extends VerticleBase {
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence X_FAKE = HttpHeaders.createOptimized("x-fake");

  private final int port;
  private final Faults faults;
  private final SentLog log;
  private final Map<String, Wish> wishes = new ConcurrentHashMap<>();
  private final Map<Wish, Buffer> quick = new ConcurrentHashMap<>();
  private final Map<Wish, Script> whole = new ConcurrentHashMap<>();
  private final Map<Wish, Script> events = new ConcurrentHashMap<>();

  private LoadProvider(int port, Faults faults, SentLog log) {
    this.port = port;
    this.faults = faults;
    this.log = log;
  }

  /// `provider --port 9000 --wish first=100,tokens=50,every=20 --faults 0.02:status=503 --loops 1`
  public static void run(Options options) throws Exception {
    var port = options.number("port", 9000);
    var faults =
        Faults.of(options.text("faults", ""), Wish.of(options.text("wish", ""), Wish.plain()));
    var loops = options.number("loops", 1);
    options.done();
    var vertx =
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops));
    var log = new SentLog();
    for (var i = 0; i < loops; i++) {
      var _ = vertx.deployVerticle(new LoadProvider(port, faults, log)).await();
    }
    System.out.println("listening on http://127.0.0.1:" + port + "/v1");
  }

  @Override
  public Future<?> start() {
    var options = new HttpServerOptions().setHost("127.0.0.1").setTcpNoDelay(true);
    return vertx.createHttpServer(options).requestHandler(this::handle).listen(port);
  }

  private void handle(HttpServerRequest request) {
    var path = String.valueOf(request.path());
    if (request.method().equals(HttpMethod.POST) && path.endsWith("/chat/completions")) {
      var _ = request.body().onSuccess(body -> answer(request, Body.of(body)));
    } else if (path.equals("/log")) {
      tellLog(request);
    } else {
      var _ = request.response().setStatusCode(404).end();
    }
  }

  private void tellLog(HttpServerRequest request) {
    if (request.method().equals(HttpMethod.DELETE)) {
      log.clear();
    }
    var _ = request.response().end(log.text());
  }

  private void answer(HttpServerRequest request, Body body) {
    var wish = wish(request.getHeader(X_FAKE), body);
    var id = body.user();
    var streaming = body.streaming();
    var response = request.response();
    if (!streaming && wish.isQuick()) {
      answerAtOnce(response, wish, id);
    } else {
      var script = (streaming ? events : whole).computeIfAbsent(wish, one -> one.script(streaming));
      new Play(vertx, response, script, new Logged(id, wish, streaming)).start();
    }
  }

  private void answerAtOnce(HttpServerResponse response, Wish wish, String id) {
    var body = quick.computeIfAbsent(wish, one -> Buffer.buffer(one.body()));
    var _ = response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(body);
    if (!id.isEmpty()) {
      log.add(id, wish.tokens(), "sent");
    }
  }

  private Wish wish(@Nullable String header, Body body) {
    var said = header == null ? body.fake() : header;
    return said.isEmpty()
        ? faults.next()
        : wishes.computeIfAbsent(said, text -> Wish.of(text, faults.otherwise()));
  }

  /// Writes down what became of an answer. One in a single piece has all of its tokens or none.
  private final class Logged implements Play.End {
    private final String id;
    private final Wish wish;
    private final boolean streaming;

    Logged(String id, Wish wish, boolean streaming) {
      this.id = id;
      this.wish = wish;
      this.streaming = streaming;
    }

    @Override
    public void sent(int tokens) {
      if (wish.status() == 200) {
        add(streaming ? tokens : wish.tokens(), "sent");
      } else {
        add(0, Integer.toString(wish.status()));
      }
    }

    @Override
    public void closedEarly(int tokens) {
      add(tokens, "left");
    }

    private void add(int tokens, String end) {
      if (!id.isEmpty()) {
        log.add(id, tokens, end);
      }
    }
  }
}
