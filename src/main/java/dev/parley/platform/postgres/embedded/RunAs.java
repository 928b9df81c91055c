package dev.parley.platform.postgres.embedded;

import dev.parley.platform.lifecycle.StartFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Under which user the server runs. PostgreSQL refuses to run as root, so root steps down: to the
/// owner of an existing cluster, else to the user `parley`, `postgres` or `nobody`.
///
/// Root's home, where many a `DATA_DIR` lies, can be entered by root alone. There the server keeps,
/// of all that root may do, the right to pass through folders (`CAP_DAC_READ_SEARCH`), which is
/// less than opening the folder to everybody or putting the data where nobody looks for it.
///
/// @param uid -1 when the server runs as the user of this process
/// @param capability what it keeps of root's rights; empty for nothing
record RunAs(int uid, int gid, String capability) {
  private static final int SAME = -1;
  private static final List<String> USERS = List.of("parley", "postgres", "nobody");
  private static final List<String> CAPABILITIES = List.of("", "dac_read_search", "dac_override");
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /// @param home `DATA_DIR/postgres`
  /// @param cluster the cluster in it, if there is one already
  static RunAs choose(Path home, Path cluster) throws IOException {
    if (uid(Path.of("/proc/self")) != 0) {
      return new RunAs(SAME, SAME, "");
    }
    if (setpriv().isEmpty()) {
      throw new StartFault(
          "PostgreSQL does not run as root, and setpriv, which would start it as another user, is"
              + " missing. Install util-linux, start Parley as another user, or set DATABASE_URL.");
    }
    var user = owner(cluster).or(RunAs::listed).orElseThrow(RunAs::nobodyFound);
    for (var capability : CAPABILITIES) {
      var candidate = new RunAs(user.uid, user.gid, capability);
      if (candidate.reaches(home)) {
        return candidate;
      }
    }
    throw new StartFault(
        "PostgreSQL runs as user "
            + user.uid
            + ", who cannot enter "
            + home
            + ". Make its parent folders searchable (chmod o+x) or choose another DATA_DIR.");
  }

  /// The command that runs `program` as this user.
  List<String> command(List<String> program) {
    var command = new ArrayList<String>();
    if (uid != SAME) {
      command.addAll(stepDown());
    }
    command.addAll(program);
    return command;
  }

  /// The command that runs `program` as this user, in a session of its own, so that Ctrl-C reaches
  /// us alone, and with SIGINT as soon as the thread that starts it is gone. Without `setpriv` the
  /// latter is left to a [Watchdog].
  List<String> server(List<String> program) {
    var command = new ArrayList<String>();
    setpriv()
        .ifPresent(setpriv -> {
          command.addAll(uid == SAME ? List.of(setpriv) : stepDown());
          command.add("--pdeathsig");
          command.add("INT");
        });
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.addAll(program);
    return command;
  }

  /// Whether the server ends with us by itself.
  static boolean endsWithParent() {
    return setpriv().isPresent();
  }

  /// Gives a folder and what is in it to this user.
  void own(Path folder) throws IOException {
    if (uid == SAME) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : (Iterable<Path>) files::iterator) {
        Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /// Whether this user is who `folder` belongs to.
  boolean owns(Path folder) throws IOException {
    return uid(folder) == (uid == SAME ? uid(Path.of("/proc/self")) : uid);
  }

  private List<String> stepDown() {
    var command = new ArrayList<String>();
    command.add(setpriv().orElseThrow());
    command.add("--reuid=" + uid);
    command.add("--regid=" + gid);
    command.add("--clear-groups");
    command.add("--no-new-privs");
    var kept = capability.isEmpty() ? "-all" : "-all,+" + capability;
    if (!capability.isEmpty()) {
      // Without this access(2), with which initdb looks for its programs, knows no capability.
      command.add("--securebits=+no_setuid_fixup");
    }
    command.add("--inh-caps=" + kept);
    command.add("--ambient-caps=" + kept);
    return command;
  }

  private boolean reaches(Path folder) throws IOException {
    var test = command(List.of("/bin/sh", "-c", "cd \"$1\"", "sh", folder.toString()));
    return Command.run(test, Path.of("/"), "", LIMIT).ok();
  }

  private static Optional<RunAs> owner(Path cluster) {
    try {
      var uid = uid(cluster);
      var gid = (Integer) Files.getAttribute(cluster, "unix:gid");
      return uid == 0 ? Optional.empty() : Optional.of(new RunAs(uid, gid, ""));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<RunAs> listed() {
    try {
      var users = Files.readAllLines(Path.of("/etc/passwd"));
      return USERS.stream()
          .flatMap(name -> users.stream().filter(line -> line.startsWith(name + ":")))
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length > 3 && !fields[2].equals("0"))
          .map(fields -> new RunAs(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), ""))
          .findFirst();
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static StartFault nobodyFound() {
    return new StartFault(
        "PostgreSQL does not run as root, and this system has none of the users "
            + String.join(", ", USERS)
            + ". Start Parley as another user or set DATABASE_URL.");
  }

  private static Optional<String> setpriv() {
    return List.of("/usr/bin/setpriv", "/bin/setpriv").stream()
        .filter(program -> isUtilLinux(Path.of(program)))
        .findFirst();
  }

  /// Busybox has a program of this name that knows less.
  private static boolean isUtilLinux(Path program) {
    try {
      return Files.isExecutable(program) && !program.toRealPath().endsWith("busybox");
    } catch (IOException _) {
      return false;
    }
  }

  private static int uid(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid");
  }
}
