/// What a run of a source does with the pages it finds, whatever kind of source it is.
///
/// May use: `retrieval.source.kept`, `retrieval.document`, `platform`, `call`. Start reading at
/// [Trip].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.source.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
