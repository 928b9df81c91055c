package dev.parley.identity;

import dev.parley.call.Caller;
import dev.parley.call.Role;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What each kind of caller may do. The names are the `x-permission` values of `openapi.yaml`; what
/// is not listed here is allowed to nobody.
public final class Permissions {
  /// Needs no caller at all.
  public static final String NONE = "none";

  /// Reading documents and one's own conversations.
  public static final String READ = "read";

  /// Asking, and changing one's own conversations.
  public static final String ASK = "ask";

  /// Calling models as they are.
  public static final String MODELS = "models";

  /// Providers and routes of models.
  public static final String MANAGE_MODELS = "models.manage";

  /// Changing documents, in the bases whose editor one is.
  public static final String KNOWLEDGE = "knowledge.write";

  /// Knowledge bases, and who may read and change their documents.
  public static final String MANAGE_KNOWLEDGE = "knowledge.manage";

  /// One's own account: only for people, with no key.
  public static final String ACCOUNT = "account";

  /// API keys.
  public static final String KEYS = "keys";

  /// Other people of the workspace.
  public static final String PEOPLE = "people";

  /// The audit log.
  public static final String AUDIT = "audit";

  /// Figures of what was used and what it cost.
  public static final String USAGE = "usage";

  /// Prices, budgets and limits.
  public static final String BUDGETS = "budgets";

  /// Reading and trying policies.
  public static final String POLICIES = "policies";

  /// Changing policies.
  public static final String MANAGE_POLICIES = "policies.manage";

  /// Looking at tools.
  public static final String TOOLS = "tools";

  /// Changing, trying and switching tools.
  public static final String MANAGE_TOOLS = "tools.manage";

  /// Looking at assistants, and asking drafts of them.
  public static final String ASSISTANTS = "assistants";

  /// Changing assistants and putting them live.
  public static final String MANAGE_ASSISTANTS = "assistants.manage";

  /// What people think of answers.
  public static final String MANAGE_CHAT = "chat.manage";

  /// What administrators may change while the product runs.
  public static final String SETTINGS = "settings";

  /// Working on the conversations that were handed over.
  public static final String INBOX = "inbox";

  private static final Set<String> ADMINISTRATOR =
      Set.of(
          READ,
          ASK,
          MODELS,
          MANAGE_MODELS,
          KNOWLEDGE,
          MANAGE_KNOWLEDGE,
          ACCOUNT,
          KEYS,
          PEOPLE,
          AUDIT,
          USAGE,
          BUDGETS,
          POLICIES,
          MANAGE_POLICIES,
          MANAGE_CHAT,
          SETTINGS,
          TOOLS,
          MANAGE_TOOLS,
          ASSISTANTS,
          MANAGE_ASSISTANTS,
          INBOX);

  private static final Map<Role, Set<String>> OF_ROLE =
      Map.of(
          Role.OWNER,
          ADMINISTRATOR,
          Role.ADMIN,
          ADMINISTRATOR,
          Role.AGENT,
          Set.of(READ, ASK, MODELS, KNOWLEDGE, ACCOUNT, KEYS, INBOX),
          Role.MEMBER,
          Set.of(READ, ASK, MODELS, KNOWLEDGE, ACCOUNT, KEYS));

  /// What a key's scope stands for.
  private static final Map<String, Set<String>> OF_SCOPE =
      Map.of(
          "read", Set.of(READ),
          "ask", Set.of(ASK),
          "models", Set.of(MODELS),
          "knowledge", Set.of(READ, KNOWLEDGE, MANAGE_KNOWLEDGE),
          "people", Set.of(PEOPLE),
          "audit", Set.of(AUDIT),
          "usage", Set.of(USAGE),
          "budgets", Set.of(BUDGETS),
          "inbox", Set.of(INBOX));

  /// A key cannot make keys or sign anybody in or out: who finds one must not be able to stay.
  private static final Set<String> NOT_WITH_A_KEY = Set.of(ACCOUNT, KEYS);

  private static final Set<String> OF_EVERYBODY = Set.of(READ, ASK);
  private static final Set<String> OF_PERSON_AT_MACHINE =
      Set.of(
          READ,
          ASK,
          MODELS,
          MANAGE_MODELS,
          KNOWLEDGE,
          MANAGE_KNOWLEDGE,
          PEOPLE,
          AUDIT,
          USAGE,
          BUDGETS,
          POLICIES,
          MANAGE_POLICIES,
          MANAGE_CHAT,
          SETTINGS,
          TOOLS,
          MANAGE_TOOLS,
          ASSISTANTS,
          MANAGE_ASSISTANTS,
          INBOX);

  private Permissions() {}

  /// Whether the caller may do what the permission names.
  public static boolean allows(Caller caller, String permission) {
    return caller instanceof Caller.Key key
        ? ofRole(key.role()).contains(permission) && mayWithKey(key, permission)
        : of(caller).contains(permission);
  }

  /// Everything the caller may do.
  public static Set<String> of(Caller caller) {
    return switch (caller) {
      case Caller.Person person -> ofRole(person.role());
      case Caller.Key key -> ofKey(key);
      case Caller.Anonymous anonymous -> anonymous.local() ? OF_PERSON_AT_MACHINE : OF_EVERYBODY;
      case Caller.Parley _ -> ofRole(Role.OWNER);
    };
  }

  private static Set<String> ofKey(Caller.Key key) {
    return ofRole(key.role()).stream()
        .filter(permission -> mayWithKey(key, permission))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean mayWithKey(Caller.Key key, String permission) {
    if (NOT_WITH_A_KEY.contains(permission)) {
      return false;
    }
    if (key.scopes().isEmpty()) {
      return true;
    }
    for (var scope : key.scopes()) {
      if (OF_SCOPE.getOrDefault(scope, Set.of()).contains(permission)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> ofRole(Role role) {
    return OF_ROLE.getOrDefault(role, Set.of());
  }
}
