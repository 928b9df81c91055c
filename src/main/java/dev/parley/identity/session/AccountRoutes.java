package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.identity.account.PersonView;
import dev.parley.identity.session.SessionStore.SessionRow;
import dev.parley.identity.totp.Totp;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.lifecycle.Stories;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/// Operations on one's own account.
final class AccountRoutes implements RouteGroup {
  private final OwnAccount own;
  private final RefreshCookie cookie;
  private final Stories stories;

  AccountRoutes(OwnAccount own, RefreshCookie cookie, Stories stories) {
    this.own = own;
    this.cookie = cookie;
    this.stories = stories;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("getMe", request -> told(() -> PersonView.of(own.find(request.call()))));
    operations.on("changeMe", this::rename);
    operations.on("changePassword", this::changePassword);
    operations.on("listSessions", this::sessions);
    operations.on("endSession", this::endSession);
    operations.on("endSessions", this::endSessions);
    operations.on("beginTotp", this::beginTotp);
    operations.on("confirmTotp", this::confirmTotp);
    operations.on("removeTotp", this::removeTotp);
  }

  private Future<Answer> rename(Request request) {
    var name = request.body(Name.class).name();
    return told(() -> PersonView.of(own.rename(request.call(), name)));
  }

  private Future<Answer> changePassword(Request request) {
    var body = request.body(Change.class);
    return done(() -> own.changePassword(request.call(), body.current(), body.password()));
  }

  private Future<Answer> sessions(Request request) {
    var current = OwnAccount.person(request.call()).session();
    return told(() ->
        new Sessions(
            own.sessions(request.call()).stream()
                .map(session -> SessionView.of(session, current))
                .toList()));
  }

  private Future<Answer> endSession(Request request) {
    var id = request.pathId("session_id");
    return done(() -> own.endSession(request.call(), id));
  }

  private Future<Answer> endSessions(Request request) {
    return done(() -> own.endSessions(request.call()))
        .map(answer -> answer.with("Set-Cookie", cookie.drop(request)));
  }

  private Future<Answer> beginTotp(Request request) {
    var password = request.body(Proof.class).password();
    return told(() -> begun(request.call(), password));
  }

  private Begun begun(Call call, String password) {
    var seed = own.beginTotp(call, password);
    return new Begun(seed, Totp.uri(seed, own.find(call).email()));
  }

  private Future<Answer> confirmTotp(Request request) {
    var code = request.body(Code.class).code();
    return told(() -> new Codes(own.confirmTotp(request.call(), code)));
  }

  private Future<Answer> removeTotp(Request request) {
    var password = request.body(Proof.class).password();
    return done(() -> own.removeTotp(request.call(), password));
  }

  private Future<Answer> told(Callable<Object> story) {
    return stories.start(story).map(Answer::json);
  }

  private Future<Answer> done(Runnable story) {
    return stories
        .start(() -> {
          story.run();
          return true;
        })
        .map(_ -> Answer.noContent());
  }

  private record Name(String name) {}

  private record Change(String current, String password) {}

  private record Proof(String password) {}

  private record Code(String code) {}

  private record Begun(String secret, String uri) {}

  private record Codes(List<String> recoveryCodes) {}

  private record Sessions(List<SessionView> sessions) {}

  private record SessionView(
      UUID id,
      boolean current,
      Instant createdAt,
      Instant lastUsedAt,
      String address,
      String agent) {
    static SessionView of(SessionRow session, UUID current) {
      return new SessionView(
          session.id(),
          session.id().equals(current),
          session.createdAt(),
          session.lastUsedAt(),
          session.address(),
          session.agent());
    }
  }
}
