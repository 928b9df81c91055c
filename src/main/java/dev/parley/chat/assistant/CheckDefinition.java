package dev.parley.chat.assistant;

import dev.parley.call.Call;
import dev.parley.gateway.model.Models;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import java.util.List;

/// Holds a definition against what its workspace has. Tools and bases are not looked at: they come
/// and go, and one that is not there is not called or looked into.
final class CheckDefinition {
  private final Models models;

  CheckDefinition(Models models) {
    this.models = models;
  }

  /// The definition; throws [HttpProblem.Invalid] when no model of its workspace is the one that it
  /// names.
  Definition of(Call call, Definition wanted) {
    var definition = wanted.stripped();
    var route = definition.route();
    if (route != null
        && models
            .routes(call)
            .find(route)
            .filter(found -> !found.options().embeddings())
            .isEmpty()) {
      throw new HttpProblem.Invalid(
          "There cannot be such an assistant.",
          List.of(new Offence("/definition/route", "is no model that answers")));
    }
    return definition;
  }
}
