package dev.parley.cli;

import java.util.regex.Pattern;

/// A `multipart/form-data` body taken apart as RFC 7578 has it.
record StandInParts(String name, String fileName, String file) {
  private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data; boundary=(\\S+)");

  static StandInParts of(String contentType, String body) {
    var boundary = BOUNDARY.matcher(contentType);
    if (!boundary.matches()) {
      throw new IllegalArgumentException(contentType);
    }
    var line = "--" + boundary.group(1);
    if (!body.startsWith(line + "\r\n") || !body.endsWith("\r\n" + line + "--\r\n")) {
      throw new IllegalArgumentException("not framed by " + line);
    }
    var parts = body.split(Pattern.quote(line), -1);
    var file = parts[2];
    var head = file.substring(0, file.indexOf("\r\n\r\n"));
    return new StandInParts(
        content(parts[1]), head.replaceAll("(?s).*filename=\"([^\"]*)\".*", "$1"), content(file));
  }

  private static String content(String part) {
    return part.substring(part.indexOf("\r\n\r\n") + 4, part.length() - 2);
  }
}
