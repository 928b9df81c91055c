package dev.parley.control.audit;

/// What is written down. A stored event keeps the wire name, so a name is never changed or used for
/// something else.
public enum AuditAction {
  WORKSPACE_SET_UP("workspace.set_up"),
  WORKSPACE_CHANGED("workspace.changed"),

  USER_REGISTERED("user.registered"),
  USER_SIGNED_IN("user.signed_in"),
  USER_SIGN_IN_FAILED("user.sign_in_failed"),
  USER_SIGNED_OUT("user.signed_out"),
  USER_CHANGED("user.changed"),
  USER_ROLE_CHANGED("user.role_changed"),
  USER_DISABLED("user.disabled"),
  USER_ENABLED("user.enabled"),
  USER_ERASED("user.erased"),

  PASSWORD_CHANGED("password.changed"),
  PASSWORD_RESET_ASKED("password.reset_asked"),
  PASSWORD_RESET("password.reset"),
  TOTP_ADDED("totp.added"),
  TOTP_REMOVED("totp.removed"),
  RECOVERY_CODE_USED("recovery_code.used"),
  SESSION_ENDED("session.ended"),
  SESSION_REUSE_DETECTED("session.reuse_detected"),

  INVITATION_MADE("invitation.made"),
  INVITATION_WITHDRAWN("invitation.withdrawn"),
  KEY_CREATED("key.created"),
  KEY_REVOKED("key.revoked"),

  SETTINGS_CHANGED("settings.changed"),
  POLICY_CHANGED("policy.changed"),
  POLICY_REFUSED("policy.refused"),
  DOCUMENT_DELETED("document.deleted"),
  EXPORT_MADE("export.made"),
  AUDIT_VERIFIED("audit.verified"),

  HANDOVER_ASKED("handover.asked"),
  HANDOVER_CLAIMED("handover.claimed"),
  HANDOVER_GIVEN_BACK("handover.given_back");

  private final String wireName;

  AuditAction(String wireName) {
    this.wireName = wireName;
  }

  /// As stored and as in the API.
  public String wireName() {
    return wireName;
  }
}
