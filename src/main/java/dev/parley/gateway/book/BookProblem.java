package dev.parley.gateway.book;

import dev.parley.platform.http.Failure;

/// What can go wrong with providers and routes.
abstract sealed class BookProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private BookProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// Something of this name is there.
  static final class Taken extends BookProblem {
    private static final long serialVersionUID = 1L;

    Taken(String name) {
      super(409, "name_taken", "There is already one called \"" + name + "\".");
    }
  }

  /// A route goes to it.
  static final class InUse extends BookProblem {
    private static final long serialVersionUID = 1L;

    InUse(String route) {
      super(409, "provider_in_use", "The route \"" + route + "\" goes to this provider.");
    }
  }
}
