package dev.parley.control.setting;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;

/// What a setting is now. Asking costs a look into memory; safe from any thread.
@FunctionalInterface
public interface Current<T> {
  T in(WorkspaceId workspace);

  /// In the workspace of a call.
  default T in(Call call) {
    return in(call.workspace());
  }
}
