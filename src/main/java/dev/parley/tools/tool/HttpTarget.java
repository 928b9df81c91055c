package dev.parley.tools.tool;

import java.util.Locale;
import java.util.Map;

/// Where the request of a tool goes.
///
/// @param method in capitals
/// @param url with `{name}` in its path where arguments stand; all before the path is fixed
/// @param places of those arguments that are not where they would be by themselves: in the path
///   where it names them, else in the query of requests without a body and in the JSON body of
///   others
public record HttpTarget(String method, String url, Map<String, Place> places) {
  public HttpTarget {
    method = method.toUpperCase(Locale.ROOT);
    places = Map.copyOf(places);
  }

  /// Where an argument stands in a request.
  public enum Place {
    PATH,
    QUERY,
    HEADER,
    BODY
  }

  /// Where an argument stands.
  public Place place(String argument) {
    if (url.contains("{" + argument + "}")) {
      return Place.PATH;
    }
    return places.getOrDefault(argument, hasBody() ? Place.BODY : Place.QUERY);
  }

  /// Whether requests of this method say something in a body.
  public boolean hasBody() {
    return switch (method) {
      case "POST", "PUT", "PATCH" -> true;
      default -> false;
    };
  }
}
