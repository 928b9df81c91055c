package dev.parley.identity.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person's browser does between the product and the provider: it keeps cookies, follows
/// redirects and fills in the provider's forms.
final class Browser {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MOST_STEPS = 20;
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern PROMPT =
      Pattern.compile("name=\"prompt\" value=\"(login|consent)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// Goes to an address and nowhere else.
  HttpResponse<String> open(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  /// Where an address leads.
  URI next(URI address) {
    return location(address, open(address));
  }

  /// Signs in at the provider under a name, and agrees; returns where the provider sends the
  /// browser back to, without going there.
  URI signInAt(URI provider, String name, String callback) {
    var at = provider;
    for (var step = 0; step < MOST_STEPS; step++) {
      if (at.toString().startsWith(callback)) {
        return at;
      }
      var page = open(at);
      at = page.statusCode() == 200 ? submit(at, page.body(), name) : location(at, page);
    }
    throw new AssertionError("the provider does not come to an end: " + at);
  }

  boolean hasCookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .anyMatch(cookie -> cookie.getName().equals(name));
  }

  /// The cookie of a name, as a request header has it.
  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(cookie -> name + "=" + cookie.getValue())
        .findFirst()
        .orElseThrow();
  }

  /// Goes to an address with a cookie that the browser has lost.
  HttpResponse<String> openWith(URI address, String cookie) {
    var bare = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    return send(bare, HttpRequest.newBuilder(address).header("Cookie", cookie).GET());
  }

  /// The parameters of an address.
  static Map<String, String> query(URI address) {
    var all = new TreeMap<String, String>();
    for (var pair : address.getRawQuery().split("&", -1)) {
      var parts = pair.split("=", 2);
      all.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return all;
  }

  /// The same address with another value of a parameter.
  static URI changed(URI address, String name, String value) {
    var query = query(address);
    query.put(name, value);
    return URI.create(address.toString().split("\\?", 2)[0] + "?" + form(query));
  }

  private URI submit(URI at, String page, String name) {
    var action = ACTION.matcher(page);
    var prompt = PROMPT.matcher(page);
    if (!action.find() || !prompt.find()) {
      throw new AssertionError("no form of the provider: " + page);
    }
    var fields = Map.of("prompt", prompt.group(1), "login", name, "password", "any");
    var target = at.resolve(action.group(1));
    var answer =
        send(
            HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
    return location(target, answer);
  }

  private static URI location(URI at, HttpResponse<String> answer) {
    return at.resolve(
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() ->
                new AssertionError(at + " leads nowhere: " + answer.statusCode() + answer.body())));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(http, request);
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
