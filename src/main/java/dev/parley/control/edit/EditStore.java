package dev.parley.control.edit;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.control.change.ChangeStore;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/// Changes things of one topic. Each change is one transaction in the caller's workspace: the rows,
/// the mark that makes every replica read the topic anew, and the entry in the audit log. Safe from
/// any thread.
public final class EditStore {
  private final Database database;
  private final ChangeStore marks;
  private final AuditStore audit;
  private final String topic;

  /// @param topic that [dev.parley.control.change.Changes] tells of
  public EditStore(Database database, ChangeStore marks, AuditStore audit, String topic) {
    this.database = database;
    this.marks = marks;
    this.audit = audit;
    this.topic = topic;
  }

  /// Commits what `write` does.
  public Future<Void> edit(
      Call call, AuditEvent event, Function<SqlConnection, ? extends Future<?>> write) {
    return database.inWorkspace(
        call, connection -> write.apply(connection).compose(_ -> note(connection, call, event)));
  }

  /// The same for what may not be there: where `write` says that it changed nothing, nothing is
  /// marked or entered.
  ///
  /// @return what `write` said
  public Future<Boolean> editAny(
      Call call, AuditEvent event, Function<SqlConnection, Future<Boolean>> write) {
    return database.inWorkspace(
        call,
        connection ->
            write
                .apply(connection)
                .compose(changed ->
                    changed
                        ? note(connection, call, event).map(true)
                        : Future.succeededFuture(false)));
  }

  // The mark and the head of the log are locked until the end, so they come last.
  private Future<Void> note(SqlConnection connection, Call call, AuditEvent event) {
    return marks.touch(connection, topic).compose(_ -> audit.append(connection, call, event));
  }
}
