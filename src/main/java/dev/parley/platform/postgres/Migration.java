package dev.parley.platform.postgres;

/// One step of the schema.
///
/// @param version its place in the order, from 1
/// @param name owner and purpose, such as `chat_message_seq`
/// @param up SQL that takes the step
/// @param down SQL that takes it back; empty when that cannot be done
/// @param checksum SHA-256 of `up` with plain line ends, in hex
record Migration(int version, String name, String up, String down, String checksum) {

  /// As people call it: `V0007 chat_message_seq`.
  String title() {
    return "V%04d %s".formatted(version, name);
  }
}
