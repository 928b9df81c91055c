package dev.parley.gateway.spi;

import dev.parley.metering.usage.Counted;
import dev.parley.metering.usage.Usage;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

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

  /// A place of the answer behind which a source stands. Only assistants tell it, after the text.
  ///
  /// @param start of the mark in the text of the answer, in chars
  /// @param end exclusive
  /// @param url where the source can be read
  record Cited(int start, int end, String title, String url) implements ModelEvent {}

  /// The next bytes, to be handed on as they are. Answers a [WireRequest]: whole server-sent events
  /// where it streams, else the whole body.
  ///
  /// @param content whether the model has begun to answer in them
  record Bytes(Buffer piece, boolean content) implements ModelEvent {}

  /// The answer has ended. Terminal.
  ///
  /// @param usage what it cost so far, also when it was cancelled
  /// @param rawUsage the provider's own words for it, as JSON; null where we counted
  record Finished(FinishReason reason, Usage usage, @Nullable String rawUsage)
      implements ModelEvent {
    public Finished(FinishReason reason, Usage usage) {
      this(reason, usage, null);
    }

    public Finished(FinishReason reason, Counted counted) {
      this(reason, counted.usage(), counted.raw());
    }
  }

  /// The answer broke off. Terminal.
  ///
  /// @param usage what was used up to the break, for the ledger
  /// @param rawUsage as above
  record Failed(ProviderFailure failure, Usage usage, @Nullable String rawUsage)
      implements ModelEvent {
    public Failed(ProviderFailure failure, Usage usage) {
      this(failure, usage, null);
    }

    public Failed(ProviderFailure failure, Counted counted) {
      this(failure, counted.usage(), counted.raw());
    }
  }
}
