package dev.parley.cli.client;

import dev.parley.cli.process.CliProblem.Refused;
import dev.parley.cli.process.CliProblem.Stopped;
import dev.parley.cli.process.CliProblem.Unreachable;
import dev.parley.cli.process.Time;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends one request until it is answered, refused for good, or patience is at its end.
final class Exchange {
  private static final int LARGEST_REFUSAL = 1 << 20;

  private final HttpClient http;
  private final String where;
  private final Time time;

  /// @param where the server, for messages
  Exchange(HttpClient http, String where, Time time) {
    this.http = http;
    this.where = where;
    this.time = time;
  }

  /// @param limit for one try, from the first byte sent to what `handler` calls a body
  <T> T send(HttpRequest request, BodyHandler<T> handler, Duration limit, Patience patience) {
    var waits = patience.begin();
    while (true) {
      Duration wait;
      try {
        switch (once(request, handler, limit)) {
          case Reply.Given<T>(var body) -> {
            return body;
          }
          case Reply.Denied<T>(var refused) -> wait = waits.after(refused);
        }
      } catch (IOException e) {
        wait = waits.after(unreachable(e));
      }
      time.pause(wait);
    }
  }

  /// Whether anything listens there.
  boolean connects(HttpRequest request, Duration limit) {
    try {
      var _ = once(request, BodyHandlers.discarding(), limit);
      return true;
    } catch (ConnectException _) {
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  private <T> Reply<T> once(HttpRequest request, BodyHandler<T> handler, Duration limit)
      throws IOException {
    var answer = http.sendAsync(request, Exchange.<T>orRefusal(handler));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS).body();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (TimeoutException _) {
      throw new HttpTimeoutException("no answer for " + limit.toSeconds() + " s");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    } finally {
      answer.cancel(true); // of a finished one nothing is left to cancel
    }
  }

  private static <T> BodyHandler<Reply<T>> orRefusal(BodyHandler<T> handler) {
    return head ->
        head.statusCode() / 100 == 2
            ? BodySubscribers.mapping(handler.apply(head), Reply.Given<T>::new)
            : BodySubscribers.mapping(
                BodySubscribers.limiting(
                    BodySubscribers.ofString(StandardCharsets.UTF_8), LARGEST_REFUSAL),
                body -> new Reply.Denied<T>(Refusal.of(head.statusCode(), head.headers(), body)));
  }

  private Unreachable unreachable(IOException failure) {
    return new Unreachable(where + " " + why(failure), failure);
  }

  private static String why(IOException failure) {
    return switch (failure) {
      case ConnectException _ -> "does not answer: nothing accepts connections there.";
      case HttpTimeoutException late -> "gave " + late.getMessage() + ".";
      default -> "stopped answering: " + reason(failure) + ".";
    };
  }

  private static String reason(IOException failure) {
    var message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /// What came back for one try.
  private sealed interface Reply<T> {
    record Given<T>(T body) implements Reply<T> {}

    record Denied<T>(Refused refused) implements Reply<T> {}
  }
}
