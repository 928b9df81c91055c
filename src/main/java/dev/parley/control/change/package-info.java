/// How every replica hears of what was changed in one of them: a mark in the database, looked at
/// twice a second.
///
/// Owns the table `change_mark`. May use: `platform`, `call`. Start reading at [Changes].
@NullMarked
@CheckReturnValue
package dev.parley.control.change;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
