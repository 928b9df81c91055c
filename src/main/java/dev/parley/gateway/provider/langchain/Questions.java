package dev.parley.gateway.provider.langchain;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelMessage.Image.Inline;
import dev.parley.gateway.spi.ModelMessage.Image.Linked;
import dev.parley.gateway.spi.ModelMessage.ToolUse;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.Wishes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question in the words of LangChain4j.
final class Questions {
  /// LangChain4j's name of it, for every provider that has one.
  private static final String SIGNATURE = "thinking_signature";

  private Questions() {}

  /// The whole question, for the vendor to change where its own API differs.
  ///
  /// @param links whether the provider fetches images itself. Else LangChain4j would: from any
  ///   address, some from files, and waiting for them
  /// @param plain whether the provider knows only the simplest schemas of tools
  static ChatRequest.Builder of(ModelRequest request, boolean links, boolean plain) {
    var wishes = request.wishes();
    return ChatRequest.builder()
        .messages(messages(request, links))
        .maxOutputTokens(request.maxTokens())
        .temperature(request.temperature())
        .topP(wishes.topP())
        .stopSequences(wishes.stop())
        .toolSpecifications(tools(wishes, plain))
        .toolChoice(choice(wishes))
        .responseFormat(format(wishes));
  }

  private static List<ChatMessage> messages(ModelRequest request, boolean links) {
    var messages = new ArrayList<ChatMessage>();
    if (!request.instructions().isBlank()) {
      messages.add(SystemMessage.from(request.instructions()));
    }
    for (var message : request.messages()) {
      messages.add(
          switch (message) {
            case ModelMessage.User user -> UserMessage.from(contents(user, links));
            case ModelMessage.Assistant assistant -> assistant(assistant);
            case ModelMessage.ToolResult result ->
                ToolExecutionResultMessage.from(
                    ToolUse.plain(result.id()), result.name(), result.text());
          });
    }
    return messages;
  }

  private static List<Content> contents(ModelMessage.User user, boolean links) {
    var contents = new ArrayList<Content>();
    if (!user.text().isEmpty() || user.images().isEmpty()) {
      contents.add(TextContent.from(user.text()));
    }
    for (var image : user.images()) {
      contents.add(
          switch (image) {
            case Inline(var type, var base64) ->
                ImageContent.from(Image.builder().mimeType(type).base64Data(base64).build());
            case Linked(var url) -> linked(url, links);
          });
    }
    return contents;
  }

  private static Content linked(String url, boolean links) {
    if (!links) {
      throw new UnsupportedFeatureException("This model takes images inside the request alone.");
    }
    return ImageContent.from(url);
  }

  private static AiMessage assistant(ModelMessage.Assistant assistant) {
    var uses = new ArrayList<ToolExecutionRequest>();
    var signature = "";
    for (var use : assistant.uses()) {
      signature = signature.isEmpty() ? ToolIds.signature(use.id()) : signature;
      uses.add(
          ToolExecutionRequest.builder()
              .id(ToolUse.plain(use.id()))
              .name(use.name())
              .arguments(use.arguments().isBlank() ? "{}" : use.arguments())
              .build());
    }
    return AiMessage.builder()
        .text(assistant.text().isEmpty() ? null : assistant.text())
        .toolExecutionRequests(uses)
        .attributes(signature.isEmpty() ? Map.of() : Map.of(SIGNATURE, signature))
        .build();
  }

  private static List<ToolSpecification> tools(Wishes wishes, boolean plain) {
    return wishes.tools().stream()
        .map(tool ->
            ToolSpecification.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(Schemas.of(tool.schema(), plain))
                .build())
        .toList();
  }

  /// Null without tools: some providers refuse a choice among none.
  private static @Nullable ToolChoice choice(Wishes wishes) {
    if (wishes.tools().isEmpty()) {
      return null;
    }
    return switch (wishes.choice()) {
      case AUTO -> ToolChoice.AUTO;
      case REQUIRED -> ToolChoice.REQUIRED;
      case NONE -> ToolChoice.NONE;
    };
  }

  /// Null for prose.
  private static @Nullable ResponseFormat format(Wishes wishes) {
    var json = wishes.json();
    if (json == null) {
      return null;
    }
    var format = ResponseFormat.builder().type(ResponseFormatType.JSON);
    if (json.schema() != null) {
      format.jsonSchema(
          JsonSchema.builder()
              .name(json.name())
              .rootElement(JsonRawSchema.from(json.schema().encode()))
              .build());
    }
    return format.build();
  }
}
