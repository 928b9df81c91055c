/// The PostgreSQL server that is a child of this process: its binaries, its cluster, its life.
///
/// Owns everything below `DATA_DIR/postgres`. May use: the platform. Start reading at
/// [EmbeddedServer].
@NullMarked
@CheckReturnValue
package dev.parley.platform.postgres.embedded;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
