/// What is kept of sources: their rows, the rows of their runs and pages, and the leases.
///
/// Owns the tables `knowledge_source`, `source_run`, `source_event`, `source_item` and
/// `source_job`. May use: `retrieval.document`, `control.audit`, `platform`, `call`. Start reading
/// at [Source] and [Run].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.source.kept;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
