/// How good the search is on questions whose right passages are known.
///
/// May use: `retrieval.search`, `gateway.spi`, `call`. Start reading at [Evaluation].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.evaluation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
