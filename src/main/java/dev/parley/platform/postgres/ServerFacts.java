package dev.parley.platform.postgres;

import io.vertx.sqlclient.Row;

/// What the server says of itself and of the role that asks.
///
/// @param version such as `18.6`
/// @param major such as 18
/// @param role the role that the product works as
/// @param seesEverything whether row-level security does not apply to that role
/// @param readOnly whether this is a standby that takes no writes
public record ServerFacts(
    String version, int major, String role, boolean seesEverything, boolean readOnly) {
  static final String SELECT =
      """
      SELECT current_setting('server_version') AS version,
             current_setting('server_version_num')::int / 10000 AS major,
             current_user::text AS role,
             (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS sees,
             pg_is_in_recovery() AS read_only
      """;

  static ServerFacts of(Row row) {
    return new ServerFacts(
        row.getString("version"),
        row.getInteger("major"),
        row.getString("role"),
        row.getBoolean("sees"),
        row.getBoolean("read_only"));
  }
}
