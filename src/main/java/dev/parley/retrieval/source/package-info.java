/// Sources: where documents come from by themselves, and stay in step.
///
/// Owns the operations under `/api/v1/knowledge/sources`. May use: its subpackages,
/// `retrieval.document`, `control.audit`, `platform`, `call`. Start reading at [Sources] for the
/// wiring, then `intake.Trip` for what a run is and `web.Crawl` or `files.FileWalk` for how it
/// goes.
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.source;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
