/// The audit log: who did what to the workspace, kept so that a change of it is seen.
///
/// Owns the tables `audit_event` and `audit_head` and the operations `listAudit`, `exportAudit` and
/// `verifyAudit`. May use: `platform`, `call`. Start reading at [Audit], then [AuditSeal].
@NullMarked
@CheckReturnValue
package dev.parley.control.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
