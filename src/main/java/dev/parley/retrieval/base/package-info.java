/// What administrators do with knowledge bases: making, naming and deleting them, and deciding who
/// reads and who changes their documents. That it holds is the work of the statements that read
/// documents: all of them join `visible_base`.
///
/// Owns the table `base_grant`. May use: `retrieval.document`, `retrieval.source.kept` for what
/// goes with a base, `control`, `platform`, `call`. Start reading at [BaseRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.base;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
