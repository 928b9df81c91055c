package dev.parley.load.traffic;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// What is asked, how often, and for how long.
///
/// @param headers lines such as `Authorization: Bearer …`
/// @param fields further fields of the body, such as `"fake":"tokens=10"`; may be empty
/// @param rate requests a second, whether or not earlier ones were answered; 0 for as many as the
///   connections can
/// @param poisson whether the gaps between requests are random, else they are equal
/// @param aborts share of the streams that the caller leaves after a random number of tokens
/// @param named whether each request has a name of its own in `x-request-id` and the field `user`
public record Traffic(
    URI target,
    List<String> headers,
    String fields,
    boolean streaming,
    int connections,
    double rate,
    Duration length,
    boolean poisson,
    double aborts,
    boolean named) {

  /// Equal gaps, nobody leaves, nobody has a name.
  public static Traffic of(URI target, int connections, double rate, Duration length) {
    return new Traffic(target, List.of(), "", false, connections, rate, length, false, 0, false);
  }

  public Traffic with(String... lines) {
    return new Traffic(
        target,
        List.of(lines),
        fields,
        streaming,
        connections,
        rate,
        length,
        poisson,
        aborts,
        named);
  }

  public Traffic events(String fake) {
    return new Traffic(
        target,
        headers,
        "\"fake\":\"" + fake + "\"",
        true,
        connections,
        rate,
        length,
        poisson,
        aborts,
        named);
  }

  /// The same elsewhere, where nobody has to say who they are.
  public Traffic at(URI other) {
    return new Traffic(
        other, List.of(), fields, streaming, connections, rate, length, poisson, aborts, named);
  }

  public Traffic lasting(Duration other) {
    return new Traffic(
        target, headers, fields, streaming, connections, rate, other, poisson, aborts, named);
  }

  /// A request as bytes.
  ///
  /// @param name of it; empty for none
  byte[] request(String name) {
    var body =
        "{\"model\":\"fake\",\"messages\":[{\"role\":\"user\",\"content\":"
            + "\"Say in a few words what a gateway is good for.\"}]"
            + (streaming ? ",\"stream\":true" : "")
            + (name.isEmpty() ? "" : ",\"user\":\"" + name + "\"")
            + (fields.isEmpty() ? "" : "," + fields)
            + "}";
    var head = new StringBuilder();
    head.append("POST ").append(target.getRawPath()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(target.getRawAuthority()).append("\r\n");
    head.append("Content-Type: application/json\r\n");
    for (var line : headers) {
      head.append(line).append("\r\n");
    }
    if (!name.isEmpty()) {
      head.append("x-request-id: ").append(name).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length()).append("\r\n\r\n");
    return head.append(body).toString().getBytes(StandardCharsets.UTF_8);
  }
}
