package dev.parley.chat.assistant;

import dev.parley.gateway.route.Route;
import dev.parley.gateway.route.RouteBook;
import dev.parley.platform.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an assistant is, in one version. It chooses among what its workspace allows and allows
/// nothing by itself: policies, consents and budgets hold whatever stands here.
///
/// @param instructions what it is told before every answer; may be empty
/// @param route the model that answers; null for the workspace's own, as when that one is gone
/// @param tools names of those that it may call, of those that are on; null for all of them
/// @param bases ids of the knowledge bases that it looks into, of those that whoever asks may read;
///   null for all of them
/// @param language BCP 47 tag of the language that it answers in; null for that of the question
/// @param greeting what it says before the first question; may be empty
/// @param suggestions questions worth asking first
/// @param maxTokens bound of an answer, below the model's own; null for that one
/// @param passages that an answer may use; null for as many as is usual
public record Definition(
    String instructions,
    @Nullable String route,
    @Nullable List<String> tools,
    @Nullable List<UUID> bases,
    @Nullable String language,
    String greeting,
    List<String> suggestions,
    @Nullable Integer maxTokens,
    @Nullable Integer passages) {

  /// What answers where nothing was made.
  public static final Definition PLAIN =
      new Definition("", null, null, null, null, "", List.of(), null, null);

  public Definition {
    tools = tools == null ? null : List.copyOf(tools);
    bases = bases == null ? null : List.copyOf(bases);
    suggestions = List.copyOf(suggestions);
  }

  /// As it is stored. A newer Parley may have written more than this one knows.
  static Definition read(String stored) {
    return Json.readForeign(stored, Definition.class);
  }

  String text() {
    return Json.text(this);
  }

  /// The same without space around what people read.
  Definition stripped() {
    return new Definition(
        instructions.strip(),
        route,
        tools,
        bases,
        language,
        greeting.strip(),
        suggestions.stream().map(String::strip).toList(),
        maxTokens,
        passages);
  }

  /// Names of the tools that may be called; null for all.
  public @Nullable Set<String> mayCall() {
    return tools == null ? null : Set.copyOf(tools);
  }

  /// Ids of the bases that may be looked into; null for all.
  public @Nullable Set<UUID> mayRead() {
    return bases == null ? null : Set.copyOf(bases);
  }

  /// What a model is told of the language it answers in.
  public String answersIn() {
    return language == null
        ? "the language of the question"
        : Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH);
  }

  /// How many passages an answer may use.
  public int passages(int usual) {
    return passages == null ? usual : passages;
  }

  /// The bound of an answer by a model; null for the usual one.
  public @Nullable Integer maxTokens(Route model) {
    return maxTokens == null ? null : (int) Math.min(model.options().maxTokens(), maxTokens);
  }

  /// The model that answers.
  public Route route(RouteBook.Routes routes) {
    return route == null ? routes.standard() : routes.find(route).orElseGet(routes::standard);
  }
}
