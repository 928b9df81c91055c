/// `ingest`: files and pages into the knowledge base, with a count of how far each one is.
///
/// Owns no route and no table. May use: [dev.parley.cli.client], [dev.parley.cli.process]. Start
/// reading at [Ingest].
@NullMarked
@CheckReturnValue
package dev.parley.cli.ingest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
