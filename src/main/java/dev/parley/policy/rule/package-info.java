/// Rules, and what they say of a text: of a whole one, or of one on its way.
///
/// May use: `policy.match`, `platform`, `call`. Start reading at [Rule], then [Check].
@NullMarked
@CheckReturnValue
package dev.parley.policy.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
