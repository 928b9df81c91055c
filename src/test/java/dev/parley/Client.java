package dev.parley;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A client of the HTTP API as tests want one: short to write, and it never throws for a status.
public final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String BOUNDARY = "a-boundary-that-stands-in-no-file";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String token;

  public Client(String base) {
    this(base, "");
  }

  private Client(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /// The same client with an access token or a key.
  public Client as(String token) {
    return new Client(base, token);
  }

  /// The same caller at another replica.
  Client at(String replica) {
    return new Client(replica, token);
  }

  public Reply get(String path) {
    return send(request(path).GET());
  }

  /// Any method, with a JSON body unless it is empty.
  public Reply send(String method, String path, String json, String... headers) {
    var body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
    var request = with(request(path), headers);
    return send(
        (json.isEmpty() ? request : request.header("Content-Type", "application/json"))
            .method(method, body));
  }

  public Reply delete(String path) {
    return send(request(path).DELETE());
  }

  public Reply patch(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(json)));
  }

  public Reply post(String path, String json, String... headers) {
    return send(
        with(request(path).header("Content-Type", "application/json"), headers)
            .POST(BodyPublishers.ofString(json)));
  }

  public Reply upload(String name, byte[] content) {
    return post(
        "/api/v1/knowledge/documents",
        multipart(name, content),
        "multipart/form-data; boundary=" + BOUNDARY);
  }

  /// The same into a knowledge base.
  public Reply upload(String knowledge, String name, String text) {
    var part =
        "--%s\r\nContent-Disposition: form-data; name=\"base\"\r\n\r\n%s\r\n"
            .formatted(BOUNDARY, knowledge)
            .getBytes(StandardCharsets.UTF_8);
    var rest = multipart(name, text.getBytes(StandardCharsets.UTF_8));
    var all = Arrays.copyOf(part, part.length + rest.length);
    System.arraycopy(rest, 0, all, part.length, rest.length);
    return post("/api/v1/knowledge/documents", all, "multipart/form-data; boundary=" + BOUNDARY);
  }

  /// A document of a conversation.
  public Reply give(String conversation, String name, String text) {
    return post(
        conversation + "/documents",
        multipart(name, text.getBytes(StandardCharsets.UTF_8)),
        "multipart/form-data; boundary=" + BOUNDARY);
  }

  /// An image of a conversation.
  public Reply attach(String conversation, String name, byte[] content) {
    return post(
        conversation + "/attachments",
        multipart(name, content),
        "multipart/form-data; boundary=" + BOUNDARY);
  }

  public Reply post(String path, byte[] body, String type) {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  /// Uploads, and waits until the document is ready or failed.
  public JsonNode read(String name, String content) {
    return read(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public JsonNode read(String name, byte[] content) {
    var id = upload(name, content).json().path("id").asText();
    for (var tries = 0; tries < 2_400; tries++) { // it may stand behind the whole manual
      var document = get("/api/v1/knowledge/documents/" + id).json();
      var state = document.path("state").asText();
      if (state.equals("ready") || state.equals("failed")) {
        return document;
      }
      pause();
    }
    throw new AssertionError(name + " was not read in time");
  }

  /// The events of a stream, as `name data`, until it ends or `most` came.
  public List<Event> events(String path, int after, int most) {
    return events(path, after, most, _ -> {});
  }

  /// The same; each event is told as soon as it comes.
  public List<Event> events(String path, int after, int most, Consumer<Event> tell) {
    var request = with(request(path).GET(), "Last-Event-ID", Integer.toString(after)).build();
    try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
      var events = new ArrayList<Event>();
      var at = new String[2];
      var all = lines.iterator();
      while (events.size() < most && all.hasNext()) {
        var line = all.next();
        if (line.startsWith("id: ")) {
          at[0] = line.substring(4);
        } else if (line.startsWith("event: ")) {
          at[1] = line.substring(7);
        } else if (line.startsWith("data: ")) {
          events.add(new Event(Integer.parseInt(at[0]), at[1], line.substring(6)));
          tell.accept(events.getLast());
        }
      }
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Hears the events of a stream as they come, until it ends or breaks.
  public void follow(String path, int after, Consumer<Event> each) {
    var request = with(request(path).GET(), "Last-Event-ID", Integer.toString(after)).build();
    try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
      var at = new String[] {"0", ""};
      lines.forEach(line -> {
        if (line.startsWith("id: ")) {
          at[0] = line.substring(4);
        } else if (line.startsWith("event: ")) {
          at[1] = line.substring(7);
        } else if (line.startsWith("data: ")) {
          each.accept(new Event(Integer.parseInt(at[0]), at[1], line.substring(6)));
          at[0] = "0";
        }
      });
    } catch (IOException | UncheckedIOException _) {
      // broke off: whoever follows takes it up again
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static byte[] multipart(String name, byte[] content) {
    var head =
        """
        --%s
        Content-Disposition: form-data; name="name"

        %s
        --%s
        Content-Disposition: form-data; name="file"; filename="upload"
        Content-Type: application/octet-stream

        """
            .formatted(BOUNDARY, name, BOUNDARY)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    var tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    var all = new byte[head.length + content.length + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    System.arraycopy(tail, 0, all, head.length + content.length, tail.length);
    return all;
  }

  /// One server-sent event.
  public record Event(int seq, String name, String data) {
    public JsonNode json() {
      return tree(data);
    }
  }

  /// What the server answered.
  public record Reply(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
      return tree(body());
    }

    public Map<String, List<String>> headers() {
      return response.headers().map();
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
