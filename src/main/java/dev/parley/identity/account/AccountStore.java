package dev.parley.identity.account;

import dev.parley.call.Call;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import dev.parley.platform.seal.SealedColumn;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows of people.
public final class AccountStore {
  /// The seeds of authenticator apps.
  public static final SealedColumn SEED =
      new SealedColumn("app_user", "totp_seed", "authenticator seeds");

  private static final String COLUMNS =
      """
      SELECT workspace_id, id, email, name, role, enabled, password_hash, totp_seed, totp_on,
             totp_step, created_at, last_seen_at
      FROM app_user
      """;
  private static final String BY_EMAIL = COLUMNS + "WHERE lower(email) = lower($1)";
  private static final String BY_SUBJECT = COLUMNS + "WHERE subject = $1";
  private static final String BY_ID = COLUMNS + "WHERE id = $1";
  private static final String LOCK = BY_ID + " FOR UPDATE";
  private static final String LIST = COLUMNS + "ORDER BY lower(name), id";
  private static final String INSERT =
      """
      INSERT INTO app_user (workspace_id, id, email, name, role, password_hash, subject, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;
  private static final String RENAME = "UPDATE app_user SET name = $2 WHERE id = $1";
  private static final String SET_PASSWORD = "UPDATE app_user SET password_hash = $2 WHERE id = $1";
  private static final String LINK =
      "UPDATE app_user SET subject = $2 WHERE id = $1 AND subject IS NULL";
  private static final String DROP_SECRETS =
      "UPDATE app_user SET password_hash = NULL, totp_seed = NULL, totp_on = false WHERE id = $1";
  private static final String SET_STANDING =
      "UPDATE app_user SET role = $2, enabled = $3 WHERE id = $1";
  private static final String OWNERS =
      "SELECT id FROM app_user WHERE role = 'owner' AND enabled ORDER BY id FOR UPDATE";

  private final Database database;

  public AccountStore(Database database) {
    this.database = database;
  }

  /// The account of an address, in whatever workspace. For signing in only.
  public Future<Optional<Account>> findByEmail(Call call, String email) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection.preparedQuery(BY_EMAIL).execute(Tuple.of(email)).map(AccountStore::first));
  }

  /// The account of a subject at an identity provider, in whatever workspace. For signing in only.
  public Future<Optional<Account>> findBySubject(Call call, String subject) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(BY_SUBJECT)
                .execute(Tuple.of(subject))
                .map(AccountStore::first));
  }

  /// A person of the caller's workspace.
  public Future<Optional<Account>> find(Call call, UserId id) {
    return database.readInWorkspace(
        call,
        connection ->
            connection.preparedQuery(BY_ID).execute(Tuple.of(id.value())).map(AccountStore::first));
  }

  /// Everybody of the caller's workspace by name.
  public Future<List<Account>> list(Call call) {
    return database.readInWorkspace(
        call,
        connection ->
            connection.query(LIST).execute().map(rows -> Rows.all(rows, row -> account(row))));
  }

  /// Adds a person in an open transaction.
  public static Future<Void> insert(SqlConnection connection, NewAccount account) {
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                account.workspace().value(),
                account.id().value(),
                account.email(),
                account.name(),
                name(account.role()),
                account.passwordHash(),
                account.subject(),
                at(account.createdAt())))
        .mapEmpty();
  }

  public Future<Void> rename(Call call, UserId id, String name) {
    return run(call, RENAME, Tuple.of(id.value(), name)).mapEmpty();
  }

  /// Sets a password in an open transaction.
  public static Future<Void> setPassword(SqlConnection connection, UserId id, String hash) {
    return connection.preparedQuery(SET_PASSWORD).execute(Tuple.of(id.value(), hash)).mapEmpty();
  }

  public Future<Void> setPassword(Call call, UserId id, String hash) {
    return run(call, SET_PASSWORD, Tuple.of(id.value(), hash)).mapEmpty();
  }

  /// Lets a subject at an identity provider in as this person, in an open transaction; false when
  /// another one comes in as them.
  public static Future<Boolean> link(SqlConnection connection, UserId id, String subject) {
    return connection
        .preparedQuery(LINK)
        .execute(Tuple.of(id.value(), subject))
        .map(rows -> rows.rowCount() > 0);
  }

  /// Takes password and second factor away, in an open transaction.
  public static Future<Void> dropSecrets(SqlConnection connection, UserId id) {
    return connection.preparedQuery(DROP_SECRETS).execute(Tuple.of(id.value())).mapEmpty();
  }

  /// Changes somebody's role or whether they may come in, as `rule` decides while the person and
  /// every owner stay as they are. In an open transaction; empty when there is no such person.
  public static Future<Optional<Change>> change(
      SqlConnection connection, UserId id, StandingRule rule) {
    return lockOwners(connection)
        .compose(owners ->
            find(connection, id)
                .compose(found ->
                    found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : change(connection, found.get(), rule.decide(found.get(), owners))));
  }

  private static Future<Optional<Change>> change(
      SqlConnection connection, Account before, Standing standing) {
    return connection
        .preparedQuery(SET_STANDING)
        .execute(Tuple.of(before.id().value(), name(standing.role()), standing.enabled()))
        .compose(_ -> find(connection, before.id()))
        .map(after -> after.map(now -> new Change(before, now)));
  }

  private static Future<Optional<Account>> find(SqlConnection connection, UserId id) {
    return connection.preparedQuery(LOCK).execute(Tuple.of(id.value())).map(AccountStore::first);
  }

  /// Number of enabled owners, who stay as they are until the end of the transaction.
  private static Future<Integer> lockOwners(SqlConnection connection) {
    return connection.query(OWNERS).execute().map(RowSet::size);
  }

  private Future<RowSet<Row>> run(Call call, String statement, Tuple parameters) {
    return database.inWorkspace(
        call, connection -> connection.preparedQuery(statement).execute(parameters));
  }

  private static Optional<Account> first(RowSet<Row> rows) {
    return Rows.first(rows, row -> account(row));
  }

  private static Account account(Row row) {
    return new Account(
        new WorkspaceId(row.getUUID("workspace_id")),
        new UserId(row.getUUID("id")),
        row.getString("email"),
        row.getString("name"),
        role(row.getString("role")),
        row.getBoolean("enabled"),
        row.getString("password_hash"),
        row.getString("totp_seed"),
        row.getBoolean("totp_on"),
        row.getLong("totp_step"),
        row.getOffsetDateTime("created_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("last_seen_at"))
            .map(OffsetDateTime::toInstant)
            .orElse(null));
  }

  /// The role of this name in a table or the contract.
  public static Role role(String name) {
    return Role.valueOf(name.toUpperCase(Locale.ROOT));
  }

  static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// A person who is not there yet.
  ///
  /// @param subject issuer and subject at an identity provider
  public record NewAccount(
      WorkspaceId workspace,
      UserId id,
      String email,
      String name,
      Role role,
      @Nullable String passwordHash,
      @Nullable String subject,
      Instant createdAt) {}

  /// What somebody is and whether they may come in.
  public record Standing(Role role, boolean enabled) {}

  /// Decides what somebody becomes, or throws a problem.
  @FunctionalInterface
  public interface StandingRule {
    /// @param owners number of enabled owners of the workspace, this person included
    Standing decide(Account account, int owners);
  }

  /// Somebody before and after.
  public record Change(Account before, Account after) {}
}
