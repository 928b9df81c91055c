/// PostgreSQL: embedded or by URL, pooled with deadlines, migrated, one workspace per transaction.
///
/// Owns the table `schema_history` and the setting `parley.workspace` that row-level security
/// reads. May use: the platform, `call`. Start reading at [Database]; the server that runs inside
/// the process is [EmbeddedPostgres].
@NullMarked
@CheckReturnValue
package dev.parley.platform.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
