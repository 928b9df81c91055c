package dev.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// The shape of the code, as data: what may import what, and what may be used where.
@AnalyzeClasses(packages = "dev.parley", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "dev.parley";

  /// Top-level package → the top-level packages it may import. All may import `platform` and
  /// `call`.
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("api", Set.of("identity", "metering", "control")),
          Map.entry("cli", Set.of()),
          Map.entry("channels", Set.of("chat")),
          Map.entry(
              "chat",
              Set.of("retrieval", "gateway", "tools", "policy", "metering", "identity", "control")),
          Map.entry("tools", Set.of("policy", "metering", "control")),
          Map.entry("retrieval", Set.of("gateway", "metering", "identity", "control")),
          Map.entry("gateway", Set.of("policy", "metering", "control")),
          Map.entry("metering", Set.of("control")),
          Map.entry("identity", Set.of("control")),
          Map.entry("policy", Set.of("control")),
          Map.entry("control", Set.of()),
          Map.entry("platform", Set.of()),
          Map.entry("call", Set.of()),
          Map.entry("launcher", Set.of()));

  @ArchTest
  static void arrowsPointOneWay(JavaClasses all) {
    var wrong = new TreeSet<String>();
    for (var from : all) {
      var source = part(from);
      if (source.isEmpty()) {
        continue; // the root holds Main, which wires everything
      }
      for (var dependency : from.getDirectDependenciesFromSelf()) {
        var to = dependency.getTargetClass();
        if (to.getPackageName().startsWith(ROOT) && !mayUse(source, part(to))) {
          wrong.add(source + " -> " + part(to) + ": " + from.getName() + " uses " + to.getName());
        }
      }
    }

    assertEquals(Set.of(), wrong);
  }

  private static boolean mayUse(String from, String to) {
    return from.equals(to)
        || to.equals("call")
        || (to.equals("platform") && !from.equals("call") && !from.equals("launcher"))
        || MAY_USE.getOrDefault(from, Set.of()).contains(to);
  }

  /// The top-level package below the root; empty for the root itself.
  private static String part(JavaClass type) {
    var name = type.getPackageName();
    if (name.equals(ROOT)) {
      return "";
    }
    var rest = name.substring(ROOT.length() + 1);
    var dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("dev.parley.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule providers_do_not_know_each_other =
      slices()
          .matching("dev.parley.gateway.provider.(*)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule the_event_bus_is_not_used =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx.core.eventbus..")
          .because("parts call each other through typed interfaces that the callee owns");

  @ArchTest
  static final ArchRule sql_stands_in_stores =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Store")
          .and()
          .haveSimpleNameNotEndingWith("Columns")
          .and()
          .resideOutsideOfPackage("dev.parley.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..", "io.vertx.redis..")
          .because("a reader finds every statement in the Store of its package");

  @ArchTest
  static final ArchRule time_comes_from_the_platform =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.parley.platform..", "dev.parley.launcher..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .because("tests turn the clock and name the ids");

  @ArchTest
  static final ArchRule threads_are_started_by_runners =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.parley.platform..")
          .and()
          .haveSimpleNameNotEndingWith("Runner")
          .should()
          .callMethod(Thread.class, "ofVirtual")
          .orShould()
          .callMethod(Thread.class, "startVirtualThread", Runnable.class)
          .because("what a Runner starts, the drain waits for");

  @ArchTest
  static final ArchRule configuration_is_records =
      classes()
          .that()
          .haveSimpleNameEndingWith("Config")
          .should()
          .beRecords()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule static_state_is_final =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("a mutable static is shared by every test and every request");

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Abstract|Common|Info|Data)(\\$.*)?")
          .because("the product has words of its own");
}
