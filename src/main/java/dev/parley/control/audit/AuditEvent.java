package dev.parley.control.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something worth writing down. Secrets and texts of people do not belong in it.
///
/// Texts are stored as the database can hold them: without NUL, and cut where they are long.
///
/// @param target what it was done to, such as `user:…` or `key:…`; empty for the workspace itself
/// @param detail what else a reader needs, such as the old and the new role
/// @param actor who did it; null for the caller of the call
public record AuditEvent(
    AuditAction action, String target, Map<String, String> detail, @Nullable String actor) {
  private static final int LONGEST = 1000;
  private static final int MOST_DETAILS = 50;

  public AuditEvent {
    target = storable(target);
    detail = storable(detail);
    actor = actor == null ? null : storable(actor);
  }

  /// Something that the caller did.
  public static AuditEvent of(AuditAction action, String target) {
    return new AuditEvent(action, target, Map.of(), null);
  }

  /// Something that the caller did, with more to say.
  public static AuditEvent of(AuditAction action, String target, Map<String, String> detail) {
    return new AuditEvent(action, target, detail, null);
  }

  /// The same done by somebody whom the call does not know yet, such as who just signed in.
  ///
  /// @param actor as in [dev.parley.call.Caller#name]
  public AuditEvent by(String actor) {
    return new AuditEvent(action, target, detail, actor);
  }

  private static Map<String, String> storable(Map<String, String> detail) {
    var all = new TreeMap<String, String>();
    detail.entrySet().stream()
        .limit(MOST_DETAILS)
        .forEach(entry -> all.put(storable(entry.getKey()), storable(entry.getValue())));
    return Map.copyOf(all);
  }

  /// PostgreSQL takes no NUL, and UTF-8 no half of a surrogate pair: what is hashed must be what is
  /// read back.
  static String storable(String text) {
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var whole = new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return whole.replace('\0', '\uFFFD');
  }
}
