/// What administrators may change while the product runs: declared with their bounds by the parts
/// that read them, kept in versions, and in force in every replica within a second.
///
/// Owns the table `setting_version`. May use: `control.audit`, `control.change`, `control.edit`,
/// `platform`, `call`. Start reading at [Setting], then [Settings].
@NullMarked
@CheckReturnValue
package dev.parley.control.setting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
