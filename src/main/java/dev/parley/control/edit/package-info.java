/// How what administrators keep is changed: the rows, the mark for the other replicas and the entry
/// in the audit log, all or nothing.
///
/// May use: `control.audit`, `control.change`, `platform`, `call`. Start reading at [EditStore].
@NullMarked
@CheckReturnValue
package dev.parley.control.edit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
