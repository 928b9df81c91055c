package dev.parley.gateway.provider.langchain;

import dev.parley.gateway.spi.ModelMessage.ToolUse;

/// Ids of tool calls that carry a signature of the model's thoughts to the next request.
final class ToolIds {
  private ToolIds() {}

  static String signed(String id, String signature) {
    return id + ToolUse.MARK + signature;
  }

  /// Empty when there is none.
  static String signature(String id) {
    var mark = id.indexOf(ToolUse.MARK);
    return mark < 0 ? "" : id.substring(mark + 1);
  }
}
