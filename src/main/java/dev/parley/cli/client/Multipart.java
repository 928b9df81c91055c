package dev.parley.cli.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A `multipart/form-data` body of one file and its name. The file is read as it is sent.
final class Multipart {
  private final String boundary;

  /// @param boundary a text that stands in no file, such as a fresh UUID
  Multipart(String boundary) {
    this.boundary = boundary;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /// @param name the document's path in its base
  BodyPublisher body(String name, Path file) throws FileNotFoundException {
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n%s\r\n"
                .formatted(boundary, name)
            + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, quoted(file.getFileName().toString()))
            + "Content-Type: application/octet-stream\r\n\r\n";
    return BodyPublishers.concat(
        text(head), BodyPublishers.ofFile(file), text("\r\n--" + boundary + "--\r\n"));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }

  /// As browsers do it.
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
