package dev.parley.control.audit;

import java.util.Locale;

/// What is written down. Stored events keep the wire name, so a name is never changed or used for
/// something else.
public enum AuditAction {
  WORKSPACE_SET_UP,
  WORKSPACE_CHANGED,

  USER_REGISTERED,
  USER_LINKED,
  USER_SIGNED_IN,
  USER_SIGN_IN_FAILED,
  USER_SIGNED_OUT,
  USER_CHANGED,
  USER_ROLE_CHANGED,
  USER_DISABLED,
  USER_ENABLED,
  USER_ERASED,

  PASSWORD_CHANGED,
  PASSWORD_RESET_ASKED,
  PASSWORD_RESET,
  TOTP_ADDED,
  TOTP_REMOVED,
  RECOVERY_CODE_USED,
  SESSION_ENDED,
  SESSION_REUSE_DETECTED,

  INVITATION_MADE,
  INVITATION_WITHDRAWN,
  KEY_CREATED,
  KEY_REVOKED,

  PROVIDER_ADDED,
  PROVIDER_CHANGED,
  PROVIDER_REMOVED,
  ROUTE_CHANGED,
  ROUTE_REMOVED,

  PRICE_ADDED,
  BUDGET_ADDED,
  BUDGET_CHANGED,
  BUDGET_DELETED,
  BUDGET_THRESHOLD_REACHED,
  LIMIT_ADDED,
  LIMIT_DELETED,

  SETTINGS_CHANGED,
  POLICY_CHANGED,
  POLICY_REFUSED,
  DOCUMENT_DELETED,
  EXPORT_MADE,
  CONVERSATION_IMPORTED,
  SHARE_MADE,
  SHARE_REVOKED,
  AUDIT_VERIFIED,

  HANDOVER_ASKED,
  HANDOVER_CLAIMED,
  HANDOVER_GIVEN_BACK;

  private final String wireName = name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");

  /// As stored and as in the API: the first word, a point and the rest, such as `key.created`.
  public String wireName() {
    return wireName;
  }
}
