package dev.parley.gateway.spi;

import java.util.List;

/// One message of a conversation with a model.
public sealed interface ModelMessage {

  /// What it says in words; may be empty where it says something else.
  String text();

  /// A question.
  ///
  /// @param images what the question is about, in the order in which it shows them
  record User(String text, List<Image> images) implements ModelMessage {
    public User {
      images = List.copyOf(images);
    }
  }

  /// An answer of the model, in which it may ask for tools to be used.
  record Assistant(String text, List<ToolUse> uses) implements ModelMessage {
    public Assistant {
      uses = List.copyOf(uses);
    }
  }

  /// What a tool gave.
  ///
  /// @param id the [ToolUse] it answers
  /// @param name of the tool
  record ToolResult(String id, String name, String text) implements ModelMessage {}

  /// A tool that the model wants used.
  ///
  /// @param id names the use within the conversation; as the model's provider gave it
  /// @param arguments a JSON object, as the model wrote it
  record ToolUse(String id, String name, String arguments) {
    /// What stands behind it in an id is for the provider alone that gave the id.
    public static final char MARK = '~';

    /// An id as any other provider can take it.
    public static String plain(String id) {
      var mark = id.indexOf(MARK);
      return mark < 0 ? id : id.substring(0, mark);
    }
  }

  /// A picture.
  sealed interface Image {

    /// @param type the media type, such as `image/png`
    /// @param base64 the bytes of the file
    record Inline(String type, String base64) implements Image {}

    /// One that the provider fetches, if it fetches any.
    record Linked(String url) implements Image {}
  }

  static ModelMessage user(String text) {
    return new User(text, List.of());
  }

  static ModelMessage assistant(String text) {
    return new Assistant(text, List.of());
  }
}
