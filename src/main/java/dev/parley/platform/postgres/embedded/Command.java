package dev.parley.platform.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs other programs. They get a bare environment: nothing of ours, secrets least of all.
final class Command {
  private static final int LONGEST_OUTPUT = 64 * 1024;
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C");

  private Command() {}

  /// How a program ended.
  ///
  /// @param output what it printed, both streams, at most 64 KiB
  record Result(int exit, String output) {
    boolean ok() {
      return exit == 0;
    }

    /// The line that says most: the last one.
    String lastLine() {
      var lines = output.strip().lines().toList();
      return lines.isEmpty() ? "exit code " + exit : lines.getLast();
    }
  }

  /// A program that is ready to be started.
  static ProcessBuilder prepare(List<String> command, Path folder) {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    return builder;
  }

  /// Runs a program to its end.
  ///
  /// @param input what it reads
  /// @param limit when it is killed
  /// @throws IOException when it cannot be started or does not end
  static Result run(List<String> command, Path folder, String input, Duration limit)
      throws IOException {
    var process = prepare(command, folder).start();
    var output = new CompletableFuture<String>();
    var _ = Thread.ofVirtual().start(() -> read(process.getInputStream(), output));
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(input);
    } catch (IOException _) {
      // it ended without reading: its exit code tells more
    }
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(command.getFirst() + " did not end within " + limit);
      }
      // A grandchild may hold the pipe open, so the output has a limit of its own.
      return new Result(process.exitValue(), output.get(1, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + command.getFirst(), e);
    } catch (TimeoutException _) {
      return new Result(process.exitValue(), "");
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      process.destroyForcibly();
    }
  }

  private static void read(InputStream stream, CompletableFuture<String> output) {
    try (stream) {
      var bytes = stream.readNBytes(LONGEST_OUTPUT);
      stream.transferTo(OutputStream.nullOutputStream());
      output.complete(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      output.completeExceptionally(e);
    }
  }
}
