package dev.parley.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client;
import dev.parley.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the server says in the head of each kind of answer, line by line: a header that is missing,
/// new, doubled or spelt otherwise is found.
final class SecurityHeadersIT {
  private static final String PASSWORD = "four words make a password";
  private static final String SITE = "https://chat.example.org";
  private static final String PROXY = "127.0.0.1";
  private static final String STRANGER = "127.0.0.2";
  private static final Pattern SCRIPT = Pattern.compile("/assets/[A-Za-z0-9._-]+\\.js");

  private static final List<String> EVERYWHERE =
      List.of(
          "Cross-Origin-Opener-Policy: same-origin",
          "Cross-Origin-Resource-Policy: same-origin",
          "Permissions-Policy: camera=(), microphone=(), geolocation=()",
          "Referrer-Policy: no-referrer",
          "Strict-Transport-Security: max-age=63072000; includeSubDomains",
          "X-Content-Type-Options: nosniff",
          "X-Frame-Options: DENY",
          "X-XSS-Protection: 1; mode=block",
          "x-request-id: a-request");

  private static final String PAGE_POLICY =
      "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src"
          + " 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri"
          + " 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for"
          + " 'script'";

  private static final String API_POLICY =
      "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'";

  private static final List<String> LIMITS =
      List.of("RateLimit-Limit: 100000", "RateLimit-Remaining: *", "RateLimit-Reset: *");

  private static Product product;
  private static String token;

  @BeforeAll
  static void start() {
    product = Product.guarded("TRUSTED_PROXIES", PROXY + "/32", "CORS_ORIGINS", SITE);
    var made =
        new Client(product.url())
            .post(
                "/api/v1/setup",
                """
                {"token":"%s","workspace_name":"Northwind","owner_name":"Olga",
                 "owner_email":"olga@example.org","owner_password":"%s"}
                """
                    .formatted(product.setupToken(), PASSWORD));
    assertEquals(201, made.status(), made.body());
    token = made.json().path("access_token").asText();
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void aPage() {
    expect(
        get("/"),
        "HTTP/1.1 200 OK",
        "Cache-Control: no-cache",
        PAGE_POLICY,
        "Content-Length: *",
        "Content-Type: text/html; charset=utf-8",
        "Vary: Accept-Encoding");
  }

  @Test
  void anAsset() {
    var script = SCRIPT.matcher(new Client(product.url()).get("/").body());
    assertTrue(script.find());

    expect(
        get(script.group(), "Accept-Encoding: gzip"),
        "HTTP/1.1 200 OK",
        "Cache-Control: public, max-age=31536000, immutable",
        "Content-Encoding: gzip",
        PAGE_POLICY,
        "Content-Length: *",
        "Content-Type: text/javascript; charset=utf-8",
        "Vary: Accept-Encoding");
  }

  @Test
  void anAnswerOfTheApi() {
    expect(
        get("/api/v1/session", "Authorization: Bearer " + token),
        "HTTP/1.1 200 OK",
        "Cache-Control: no-store",
        API_POLICY,
        "content-length: *",
        "Content-Type: application/json",
        LIMITS);
  }

  @Test
  void refusals() {
    expect(
        get("/api/v1/session"),
        "HTTP/1.1 401 Unauthorized",
        "Cache-Control: no-store",
        API_POLICY,
        "content-length: *",
        "Content-Type: application/problem+json",
        LIMITS,
        "WWW-Authenticate: Bearer error=\"invalid_token\"");
    expect(
        get("/nothing.js"),
        "HTTP/1.1 404 Not Found",
        "Cache-Control: no-store",
        API_POLICY,
        "content-length: *",
        "Content-Type: application/problem+json");
  }

  @Test
  void eventsOfAnAnswer() {
    expect(
        post(
            PROXY,
            "/ask",
            "{\"query\":\"How do I add my documents?\",\"stream\":true}",
            "Authorization: Bearer " + token),
        "HTTP/1.1 200 OK",
        "Cache-Control: no-store",
        API_POLICY,
        "Content-Type: text/event-stream; charset=utf-8",
        LIMITS,
        "X-Accel-Buffering: no",
        "transfer-encoding: chunked");
  }

  @Test
  void theKeysThatOthersCheckOurTokensWith() {
    expect(
        get("/.well-known/jwks.json"),
        "HTTP/1.1 200 OK",
        "Cache-Control: public, max-age=300",
        API_POLICY,
        "content-length: *",
        "Content-Type: application/json",
        LIMITS);
  }

  @Test
  void pagesOfListedSitesMayReadAnswersAndNoOthers() {
    var credentials = "Authorization: Bearer " + token;
    var answer =
        List.of(
            "HTTP/1.1 200 OK",
            "Cache-Control: no-store",
            API_POLICY,
            "content-length: *",
            "Content-Type: application/json",
            "Vary: Origin");
    expect(
        get("/api/v1/session", credentials, "Origin: " + SITE),
        answer,
        LIMITS,
        "Access-Control-Allow-Origin: " + SITE,
        "Access-Control-Expose-Headers: X-Request-Id, Retry-After, RateLimit-Limit,"
            + " RateLimit-Remaining, RateLimit-Reset");
    for (var other : List.of("https://chat.example.org.example.com", "null")) {
      expect(get("/api/v1/session", credentials, "Origin: " + other), answer, LIMITS);
    }
  }

  @Test
  void theCookieIsForOurOwnPagesOnly() {
    assertEquals("rt=*; Path=/; Max-Age=5184000; HttpOnly; SameSite=Strict", cookie(logIn(PROXY)));
    assertEquals(
        "__Host-rt=*; Path=/; Max-Age=5184000; HttpOnly; SameSite=Strict; Secure",
        cookie(logIn(PROXY, "X-Forwarded-Proto: https")));
    assertEquals(
        "rt=*; Path=/; Max-Age=5184000; HttpOnly; SameSite=Strict",
        cookie(logIn(STRANGER, "X-Forwarded-Proto: https")),
        "who is no trusted proxy is not believed");
    assertEquals(
        "__Host-rt=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure",
        cookie(post(PROXY, "/api/v1/auth/logout", "{}", "X-Forwarded-Proto: https")));
  }

  private static List<String> logIn(String from, String... headers) {
    var body = "{\"email\":\"olga@example.org\",\"password\":\"" + PASSWORD + "\"}";
    return post(from, "/api/v1/auth/login", body, headers);
  }

  private static String cookie(List<String> head) {
    var cookies = head.stream().filter(line -> line.startsWith("Set-Cookie: ")).toList();
    assertEquals(1, cookies.size(), head::toString);
    return cookies
        .getFirst()
        .substring("Set-Cookie: ".length())
        .replaceFirst("^([^=]+=)[^;]+", "$1*");
  }

  /// @param expected lines, or lists of lines, besides those that every answer has
  private static void expect(List<String> head, Object... expected) {
    var lines = new ArrayList<>(EVERYWHERE);
    for (var part : expected) {
      if (part instanceof List<?> list) {
        list.forEach(line -> lines.add((String) line));
      } else {
        lines.add((String) part);
      }
    }
    assertEquals(String.join("\n", sorted(lines.stream())), String.join("\n", head));
  }

  private static List<String> get(String path, String... headers) {
    return head(PROXY, "GET " + path, "", headers);
  }

  private static List<String> post(String from, String path, String json, String... headers) {
    return head(from, "POST " + path, json, headers);
  }

  /// The status line and the headers as they come over the wire, in the order of the alphabet;
  /// numbers that change from answer to answer are a star.
  private static List<String> head(String from, String what, String json, String... headers) {
    var url = URI.create(product.url());
    var request = new ArrayList<>(List.of(what + " HTTP/1.1", "Host: " + url.getAuthority()));
    request.addAll(List.of("X-Request-Id: a-request", "Connection: close"));
    request.addAll(List.of(headers));
    if (!json.isEmpty()) {
      request.addAll(List.of("Content-Type: application/json", "Content-Length: " + json.length()));
    }
    try (var socket =
        new Socket(url.getHost(), url.getPort(), InetAddress.ofLiteral(from), /* localPort= */ 0)) {
      var text = String.join("\r\n", request) + "\r\n\r\n" + json;
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return sorted(
          answer
              .substring(0, answer.indexOf("\r\n\r\n"))
              .lines()
              .filter(line -> !line.equals("connection: close"))
              .map(line ->
                  line.replaceFirst(
                      "^((?i:content-length)|RateLimit-Remaining|RateLimit-Reset): \\d+$",
                      "$1: *")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> sorted(Stream<String> lines) {
    return lines.sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }
}
