package dev.parley;

import dev.parley.api.Api;
import dev.parley.api.ApiParts;
import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.chat.Chat;
import dev.parley.chat.ServerFacts;
import dev.parley.chat.seal.SealedText;
import dev.parley.control.audit.Audit;
import dev.parley.control.change.Change;
import dev.parley.control.setting.RuntimeSettings;
import dev.parley.gateway.Gateway;
import dev.parley.identity.Identity;
import dev.parley.metering.Metering;
import dev.parley.metering.limit.Limits;
import dev.parley.platform.http.HttpConfig;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.FreePort;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.lifecycle.Parts;
import dev.parley.platform.lifecycle.Probe;
import dev.parley.platform.mail.SmtpMailer;
import dev.parley.platform.observe.Log;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.observe.trace.Tracing;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.redis.RedisServer;
import dev.parley.platform.seal.Sealer;
import dev.parley.platform.time.FineClock;
import dev.parley.policy.Policy;
import dev.parley.retrieval.Retrieval;
import dev.parley.tools.Tools;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The parts of the process, wired in the order in which they start. Reading it from top to bottom
/// shows what depends on what.
final class Server {
  private static final Log LOG = Log.of(Server.class);
  private static final Duration PING = Duration.ofSeconds(1);
  private static final Duration START = Duration.ofSeconds(60);

  private final Parts parts;
  private final Identity identity;
  private final InstantSource clock;

  private Server(Parts parts, Identity identity, InstantSource clock) {
    this.parts = parts;
    this.identity = identity;
    this.clock = clock;
  }

  /// Opens the stores, wires the parts and starts them. Blocks until the server answers.
  static Server start(AppConfig config, InstantSource clock) {
    requirePorts(config.http());
    var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    var stores = Stores.open(vertx, config, clock);
    var shared = Shared.of(vertx, config, stores, clock);

    var audit = Audit.of(config.audit(), config.dataDir(), shared.database(), clock);
    var outbound = Outbound.of(vertx, config.outbound(), shared.metrics(), clock);
    var change = Change.of(shared.database(), clock);
    var settings = RuntimeSettings.of(shared.database(), change, audit.store(), clock);
    var identity = identity(config, shared, audit, settings, outbound);
    var limits = Limits.of(config.limits(), stores.redis(), FineClock.system());
    var metering = metering(config, shared, change, audit, limits);
    var policy = policy(config, shared, outbound, change, audit);
    var tools = tools(config, shared, outbound, change, audit, policy);
    var gateway = gateway(config, shared, outbound, change, audit, settings, metering, policy);
    var retrieval = retrieval(config, shared, audit, gateway, outbound);
    var chat =
        chat(config, shared, audit, change, settings, identity, gateway, retrieval, policy, tools);
    var routes =
        List.of(
            chat.routes(),
            retrieval.routes(),
            List.of(gateway.wire().apply(chat.assistants())),
            gateway.routes(),
            identity.routes(),
            metering.routes(),
            tools.routes(),
            List.of(policy.routes(), audit.routes(), settings.routes()));
    var all = opening(stores, shared, outbound);
    all.addAll(
        List.of(audit.part(), identity.part(), change.part(), settings.part(), policy.part()));
    all.addAll(metering.parts());
    all.addAll(List.of(gateway.part(), retrieval.part(), tools.part()));
    all.addAll(chat.parts());
    all.add(retrieval.manual().part(() -> ofParley(identity, clock)));
    all.addAll(Api.of(vertx, edge(config, shared, identity, gateway, limits, routes)).parts());
    return started(new Parts(vertx, all, config.http().drain().plusSeconds(5)), identity, clock);
  }

  private static List<Part> opening(Stores stores, Shared shared, Outbound outbound) {
    var closing = Part.closing("outbound", outbound::close);
    return new ArrayList<>(List.of(stores.part(), tracing(shared), closing));
  }

  private static Server started(Parts parts, Identity identity, InstantSource clock) {
    parts.start();
    return new Server(parts, identity, clock);
  }

  /// Closed on a thread that may wait.
  private static Part tracing(Shared shared) {
    return Part.closing(
        "tracing",
        () ->
            shared
                .vertx()
                .executeBlocking(() -> {
                  shared.tracing().close();
                  return null;
                }));
  }

  private static Policy policy(
      AppConfig config, Shared shared, Outbound outbound, Change change, Audit audit) {
    return Policy.of(
        config.policy(),
        new Policy.Needs(
            shared.database(),
            outbound,
            change,
            audit,
            shared.metrics(),
            shared.ids(),
            shared.clock()));
  }

  private static Tools tools(
      AppConfig config,
      Shared shared,
      Outbound outbound,
      Change change,
      Audit audit,
      Policy policy) {
    return Tools.of(
        config.tools(),
        new Tools.Needs(
            shared.database(),
            outbound,
            change,
            audit,
            shared.sealer(),
            policy.policing(),
            shared.metrics(),
            shared.ids(),
            shared.clock()));
  }

  private static Gateway gateway(
      AppConfig config,
      Shared shared,
      Outbound outbound,
      Change change,
      Audit audit,
      RuntimeSettings settings,
      Metering metering,
      Policy policy) {
    return Gateway.of(
        config.gateway(),
        new Gateway.Needs(
            shared.vertx(),
            shared.database(),
            shared.redis(),
            outbound,
            change,
            audit.store(),
            settings.settings(),
            shared.sealer(),
            metering.meter(),
            policy.policing(),
            shared.metrics(),
            shared.tracing(),
            shared.ids(),
            shared.clock()));
  }

  /// Before anything is opened: the usual fault of a start deserves its answer at once.
  private static void requirePorts(HttpConfig http) {
    FreePort.require("PORT", http.host(), http.port());
    FreePort.require("METRICS_PORT", http.host(), http.metricsPort());
  }

  private static Identity identity(
      AppConfig config, Shared shared, Audit audit, RuntimeSettings settings, Outbound outbound) {
    var port = config.http().port();
    var url = config.identity().publicUrl();
    return Identity.of(
        config.identity(),
        new Identity.Needs(
            shared.database(),
            config.dataDir(),
            shared.sealer(),
            audit,
            settings.settings(),
            new SmtpMailer(shared.vertx(), config.mail(), shared.clock()),
            outbound,
            url.isEmpty() ? "http://localhost:" + port : url,
            config.env() == AppConfig.Stage.DEVELOPMENT,
            shared.ids(),
            shared.clock()));
  }

  private static Metering metering(
      AppConfig config, Shared shared, Change change, Audit audit, Limits limits) {
    return Metering.of(
        config.metering(),
        new Metering.Needs(
            shared.vertx(),
            shared.database(),
            change,
            audit,
            limits,
            shared.metrics(),
            shared.owner(),
            config.dataDir(),
            shared.ids(),
            shared.clock()));
  }

  private static Retrieval retrieval(
      AppConfig config, Shared shared, Audit audit, Gateway gateway, Outbound outbound) {
    return Retrieval.of(
        config.retrieval(),
        new Retrieval.Needs(
            shared.database(),
            audit.store(),
            gateway.embedder(),
            outbound,
            shared.sealer(),
            config.dataDir().resolve("index"),
            shared.owner(),
            shared.metrics(),
            shared.ids(),
            shared.clock()));
  }

  private static Chat chat(
      AppConfig config,
      Shared shared,
      Audit audit,
      Change change,
      RuntimeSettings settings,
      Identity identity,
      Gateway gateway,
      Retrieval retrieval,
      Policy policy,
      Tools tools) {
    return Chat.of(
        config.chat(),
        new Chat.Needs(
            shared.vertx(),
            shared.database(),
            new SealedText(shared.sealer(), config.seal().messages()),
            audit,
            change,
            settings.settings(),
            retrieval.search(),
            retrieval.privately(),
            gateway.models(),
            gateway.embedder(),
            policy.policing(),
            tools.toolbox(),
            identity.workspaces(),
            facts(config),
            shared.owner(),
            config.http().drain(),
            shared.metrics(),
            shared.ids(),
            shared.clock()));
  }

  private static ApiParts edge(
      AppConfig config,
      Shared shared,
      Identity identity,
      Gateway gateway,
      Limits limits,
      List<List<RouteGroup>> routes) {
    var probes = new ArrayList<Probe>();
    probes.add(new Probe("database", true, () -> shared.database().ping(PING)));
    probes.add(gateway.probe());
    var redis = shared.redis();
    if (redis != null) {
      probes.add(new Probe("redis", false, redis::ping));
    }
    return new ApiParts(
        config.http(),
        config.dataDir().resolve("uploads").toAbsolutePath(),
        identity.workspace(),
        identity.callers(),
        limits,
        routes.stream().flatMap(List::stream).toList(),
        probes,
        shared.metrics(),
        shared.tracing(),
        shared.ids(),
        shared.clock());
  }

  /// The token of the set-up link while there is no owner. Empty too when the database is too busy
  /// to tell: a server that answers already does not end for want of it.
  Optional<String> welcome() {
    return await(
        identity
            .setup()
            .offer(ofParley(identity, clock))
            .onFailure(e -> LOG.warning("whether there is an owner is not known", "cause", e))
            .otherwise(Optional.empty()));
  }

  private static Call ofParley(Identity identity, InstantSource clock) {
    var caller = new Caller.Parley(identity.workspace());
    return new Call("start", caller, Deadline.after(clock, START));
  }

  /// Drains and ends everything this process started; a second call waits for the first.
  void stop() {
    parts.stop();
  }

  void awaitStopped() {
    parts.awaitStopped();
  }

  private static ServerFacts facts(AppConfig config) {
    return new ServerFacts(
        Banner.version(),
        config.env() == AppConfig.Stage.DEVELOPMENT,
        config.http().maxContentLength().bytes(),
        List.of(
            "How do I add my documents?",
            "Where do the answers come from?",
            "How do I connect a language model?"));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(START.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  /// What most parts are given.
  ///
  /// @param owner names this process in leases
  private record Shared(
      Vertx vertx,
      Database database,
      @Nullable RedisServer redis,
      Sealer sealer,
      Metrics metrics,
      Tracing tracing,
      Ids ids,
      InstantSource clock,
      String owner) {
    static Shared of(Vertx vertx, AppConfig config, Stores stores, InstantSource clock) {
      var ids = new Ids(clock);
      return new Shared(
          vertx,
          stores.database(),
          stores.redis(),
          Sealer.of(config.seal(), config.dataDir()),
          Metrics.ofProcess(),
          Tracing.of(config.trace(), Banner.version()),
          ids,
          clock,
          ids.next().toString());
    }
  }
}
