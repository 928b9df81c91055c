/// Runs of sources: who goes through which source when, and what a run comes to.
///
/// May use: `retrieval.source.intake`, `retrieval.source.kept`, `platform`, `call`. Start reading
/// at [SourceRunner], then [RunStory].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.source.run;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
