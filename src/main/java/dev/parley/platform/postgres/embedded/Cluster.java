package dev.parley.platform.postgres.embedded;

import dev.parley.platform.lifecycle.StartFault;
import dev.parley.platform.observe.Log;
import dev.parley.platform.time.Stopwatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The folder with the data: made once, complete or not at all, with the roles and the database in
/// it.
///
/// @param folder what PostgreSQL calls the data directory
/// @param passwords of the roles in it
record Cluster(Path folder, Passwords passwords) {
  static final String ADMINISTRATOR = "postgres";
  static final String OWNER = "parley";
  static final String APPLICATION = "parley_app";
  static final String DATABASE = "parley";

  private static final Log LOG = Log.of(Cluster.class);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final List<String> HOW =
      List.of(
          "--username=" + ADMINISTRATOR,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--no-sync", // done once for everything, see make
          "--no-instructions");

  static Path folderIn(Path home) {
    return home.resolve("data");
  }

  /// Finds the cluster below `home`, or makes it. No server may be running in it.
  static Cluster in(Path home, Binaries binaries, RunAs runAs) throws IOException {
    var folder = folderIn(home);
    var file = home.resolve("passwords");
    if (!Files.exists(folder)) {
      return make(home, file, binaries, runAs);
    }
    check(folder, binaries, runAs);
    if (Passwords.exist(file)) {
      return new Cluster(folder, Passwords.read(file));
    }
    LOG.warning("the passwords of the embedded database were lost and are made anew");
    var passwords = Passwords.random();
    execute(binaries, runAs, folder, changes(passwords), "on");
    passwords.write(file);
    return new Cluster(folder, passwords);
  }

  private static void check(Path folder, Binaries binaries, RunAs runAs) throws IOException {
    var version = folder.resolve("PG_VERSION");
    if (!Files.exists(version)) {
      throw new StartFault(folder + " is no PostgreSQL cluster. Move it away, or restore it.");
    }
    var major = Files.readString(version).strip();
    if (!major.equals(binaries.major())) {
      throw new StartFault(
          "The database in "
              + folder
              + " was made by PostgreSQL "
              + major
              + ", this Parley brings "
              + binaries.version()
              + ". Dump it with the Parley that made it and restore it into an empty DATA_DIR.");
    }
    if (!runAs.owns(folder)) {
      // Restored by root, who cannot run a server.
      runAs.own(folder);
    }
    if (!runAs.owns(folder)) {
      throw new StartFault(
          "The database in "
              + folder
              + " belongs to another user. Start Parley as that user, as"
              + " root, or give the folder to "
              + System.getProperty("user.name")
              + ".");
    }
  }

  private static Cluster make(Path home, Path file, Binaries binaries, RunAs runAs)
      throws IOException {
    var watch = Stopwatch.start();
    var passwords = Passwords.exist(file) ? Passwords.read(file) : Passwords.random();
    passwords.write(file);
    var workshop = home.resolve("making");
    Folders.delete(workshop);
    Folders.makePrivate(workshop);
    var given = workshop.resolve("password");
    Files.writeString(given, passwords.administrator().value());
    runAs.own(workshop);

    var fresh = workshop.resolve("data");
    initialize(binaries, runAs, fresh, given);
    execute(binaries, runAs, fresh, creations(passwords), "off");
    Folders.syncAll(fresh);
    Files.move(fresh, folderIn(home), StandardCopyOption.ATOMIC_MOVE);
    Folders.sync(home);
    Folders.delete(workshop);
    LOG.info("made the embedded database", "ms", watch.millis());
    return new Cluster(folderIn(home), passwords);
  }

  private static void initialize(Binaries binaries, RunAs runAs, Path fresh, Path password)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(binaries.program("initdb").toString());
    command.add("--pgdata=" + fresh);
    command.add("--pwfile=" + password);
    command.addAll(HOW);
    require(Command.run(runAs.command(command), Path.of("/"), "", LIMIT));
  }

  /// Runs statements, one a line, without a server, so that nobody needs to listen for it.
  private static void execute(
      Binaries binaries, RunAs runAs, Path folder, String statements, String fsync)
      throws IOException {
    var command =
        List.of(
            binaries.program("postgres").toString(),
            "--single",
            "-D",
            folder.toString(),
            "-c",
            "exit_on_error=on",
            "-c",
            "fsync=" + fsync,
            "postgres");
    require(Command.run(runAs.command(command), Path.of("/"), statements, LIMIT));
  }

  private static String creations(Passwords passwords) {
    return """
    CREATE ROLE parley LOGIN PASSWORD '%s';
    CREATE ROLE parley_app LOGIN PASSWORD '%s';
    CREATE DATABASE parley OWNER parley;
    """
        .formatted(passwords.owner().value(), passwords.application().value());
  }

  private static String changes(Passwords passwords) {
    return """
    ALTER ROLE postgres PASSWORD '%s';
    ALTER ROLE parley PASSWORD '%s';
    ALTER ROLE parley_app PASSWORD '%s';
    """
        .formatted(
            passwords.administrator().value(),
            passwords.owner().value(),
            passwords.application().value());
  }

  private static void require(Command.Result result) throws IOException {
    if (result.ok()) {
      return;
    }
    if (result.output().contains("No space left")) {
      throw new IOException("No space left on device");
    }
    var reason =
        result
            .output()
            .lines()
            .filter(line -> line.contains("error:") || line.contains("FATAL:"))
            .findFirst()
            .orElse(result.lastLine());
    throw new StartFault("The embedded database cannot be made: " + reason);
  }
}
