package dev.parley.gateway.spi;

import dev.parley.metering.usage.Usage;
import io.vertx.core.buffer.Buffer;

/// What a provider says while it answers.
public sealed interface ModelEvent {

  /// The next piece of text; never empty. Answers a [ModelRequest].
  record Text(String delta) implements ModelEvent {}

  /// The next piece of what the model thinks aloud before it answers; never empty. Not part of the
  /// answer.
  record Thinking(String delta) implements ModelEvent {}

  /// The next piece of the wish to use a tool. One answer may ask for several; the answer then ends
  /// with [FinishReason#TOOL_CALLS].
  ///
  /// @param index which of the uses, from 0
  /// @param id names the use, for the result; empty in all but the first piece of each use
  /// @param name of the tool; empty in all but the first piece
  /// @param argumentsDelta the next piece of the arguments, which are whole at the end of the
  ///   answer
  record ToolCall(int index, String id, String name, String argumentsDelta) implements ModelEvent {}

  /// The next bytes, to be handed on as they are. Answers a [WireRequest]: whole server-sent events
  /// where it streams, else the whole body.
  ///
  /// @param content whether the model has begun to answer in them
  record Bytes(Buffer piece, boolean content) implements ModelEvent {}

  /// The answer has ended. Terminal.
  ///
  /// @param usage what it cost so far, also when it was cancelled
  record Finished(FinishReason reason, Usage usage) implements ModelEvent {}

  /// The answer broke off. Terminal.
  ///
  /// @param usage what was used up to the break, for the ledger
  record Failed(ProviderFailure failure, Usage usage) implements ModelEvent {}
}
