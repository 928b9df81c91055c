/// PostgreSQL: embedded or by URL, pooled with deadlines, migrated, one workspace per transaction.
@NullMarked
@CheckReturnValue
package dev.parley.platform.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
