package dev.parley.control.audit;

import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditChain.Fault;
import dev.parley.control.audit.AuditChain.Reason;
import java.util.List;
import java.util.Random;

/// What somebody with the rights of the database's administrator does to one chain, and what has to
/// be found.
///
/// @param sql changes the chain behind the product's back
/// @param needsAnchor whether the chain looks whole afterwards
record Tampering(String sql, boolean needsAnchor, Fault expected) {
  private static final List<String> EDITS =
      List.of(
          "actor = actor || 'x'",
          "action = 'user' || action",
          "target = ''",
          "request_id = 'other'",
          "address = '192.0.2.9'",
          "at = at + interval '1 microsecond'",
          "detail = detail || '{\"more\": \"\"}'",
          "detail = '{\"number\": 7}'",
          "detail = '[]'",
          "hash = sha256(hash)");

  /// Ways to change a chain; [#REWRITE] goes on with the product's own key afterwards.
  enum Kind {
    EDIT,
    DELETE,
    INSERT,
    SWAP,
    TRUNCATE,
    REWRITE
  }

  /// One change of a chain of `length` events.
  static Tampering of(Kind kind, WorkspaceId workspace, int length, Random random) {
    var id = workspace.value().toString();
    var at = 1 + random.nextInt(length - 1);
    return switch (kind) {
      case EDIT -> edit(id, 1 + random.nextInt(length), random);
      case DELETE ->
          new Tampering(
              "DELETE FROM audit_event WHERE workspace_id = '%s' AND seq = %d".formatted(id, at),
              false,
              new Fault(at, Reason.GAP));
      case INSERT -> random.nextBoolean() ? insert(id, at) : insertBehind(id, length, random);
      case SWAP -> swap(id, at, at + 1 + random.nextInt(length - at));
      case TRUNCATE -> truncate(id, at, random.nextBoolean());
      case REWRITE ->
          new Tampering(truncate(id, at, true).sql(), true, new Fault(length, Reason.REWRITTEN));
    };
  }

  private static Tampering edit(String id, int at, Random random) {
    var change = EDITS.get(random.nextInt(EDITS.size()));
    return new Tampering(
        "UPDATE audit_event SET %s WHERE workspace_id = '%s' AND seq = %d"
            .formatted(change, id, at),
        false,
        new Fault(at, Reason.EDITED));
  }

  /// Between two events: all later ones move, and so does the head.
  private static Tampering insert(String id, int at) {
    var sql =
        """
        UPDATE audit_event SET seq = -seq WHERE workspace_id = '%1$s' AND seq >= %2$d;
        UPDATE audit_event SET seq = 1 - seq WHERE workspace_id = '%1$s' AND seq < 0;
        UPDATE audit_head SET seq = seq + 1 WHERE workspace_id = '%1$s';
        %3$s
        """
            .formatted(id, at, copyOf(id, at + 1, at));
    return new Tampering(sql, false, new Fault(at, Reason.EDITED));
  }

  /// After the last event, or before the first.
  private static Tampering insertBehind(String id, int length, Random random) {
    return random.nextInt(4) == 0
        ? new Tampering(copyOf(id, 1, 0), false, new Fault(0, Reason.INSERTED))
        : new Tampering(
            copyOf(id, length, length + 1), false, new Fault(length + 1, Reason.INSERTED));
  }

  private static String copyOf(String id, int from, int to) {
    return """
    INSERT INTO audit_event
    SELECT workspace_id, %d, at, actor || 'x', action, target, detail, request_id, address, hash
    FROM audit_event WHERE workspace_id = '%s' AND seq = %d
    """
        .formatted(to, id, from);
  }

  private static Tampering swap(String id, int one, int other) {
    var sql =
        """
        UPDATE audit_event SET seq = -seq WHERE workspace_id = '%1$s' AND seq IN (%2$d, %3$d);
        UPDATE audit_event SET seq = %2$d + %3$d + seq WHERE workspace_id = '%1$s' AND seq < 0
        """
            .formatted(id, one, other);
    return new Tampering(sql, false, new Fault(one, Reason.EDITED));
  }

  /// @param after the last event that stays
  /// @param withHead whether the head is put where the chain ends now
  private static Tampering truncate(String id, int after, boolean withHead) {
    var head =
        """
        ;
        UPDATE audit_head AS h SET seq = e.seq, hash = e.hash FROM audit_event AS e
        WHERE e.workspace_id = '%1$s' AND h.workspace_id = '%1$s' AND e.seq = %2$d
        """
            .formatted(id, after);
    var sql = "DELETE FROM audit_event WHERE workspace_id = '%s' AND seq > %d".formatted(id, after);
    return new Tampering(
        withHead ? sql + head : sql, withHead, new Fault(after + 1, Reason.TRUNCATED));
  }
}
