/// Another service that decides, asked over HTTP.
///
/// May use: `platform`, `call`. Start reading at [DecisionService].
@NullMarked
@CheckReturnValue
package dev.parley.policy.decide;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
