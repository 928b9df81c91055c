/// What may be said: rules that allow, deny, redact and route, before a model reads, before a tool
/// is used and on what a model writes, as it leaves; and another service that is asked.
///
/// Owns the tables `policy_rule` and `policy_rule_version`, the operations on policies and the
/// metric `policy_decisions_total`. May use: `control`, `platform`, `call`. Start reading at
/// [Policing], then `rule.Check`.
@NullMarked
@CheckReturnValue
package dev.parley.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
