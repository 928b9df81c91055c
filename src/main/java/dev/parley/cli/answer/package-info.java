/// `ask` and `search`: answers and passages as a terminal shows them.
///
/// Owns no route and no table. May use: [dev.parley.cli.client], [dev.parley.cli.process]. Start
/// reading at [Ask].
@NullMarked
@CheckReturnValue
package dev.parley.cli.answer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
