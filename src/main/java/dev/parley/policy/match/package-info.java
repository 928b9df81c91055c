/// Finding things in text: patterns, kinds of personal data, words; and knowing of a text that is
/// still coming in where something may have begun.
///
/// May use: `platform`, `call`. Start reading at [Detector], then [Prefixes].
@NullMarked
@CheckReturnValue
package dev.parley.policy.match;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
