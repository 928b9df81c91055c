/// The rules that administrators keep, in the database and in the memory of this process.
///
/// May use: `policy.rule`, `policy.match`, `control`, `platform`, `call`. Start reading at
/// [RuleShelf], then [RuleRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.policy.book;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
