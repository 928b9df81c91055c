package dev.parley.retrieval.ingest.parse;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// One child process. It reads one file at a time for one caller at a time; [#close] may come from
/// any thread.
final class ParserJvm implements AutoCloseable {
  /// What the JVM leaves with under `ExitOnOutOfMemoryError`.
  private static final int OUT_OF_MEMORY = 3;

  private static final int MAX_NAME = 1_000;

  private final Process process;
  private final Path folder;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final LastWords lastWords = new LastWords();
  private int files;
  private volatile boolean tookTooLong;
  private volatile boolean closed;

  private ParserJvm(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  static ParserJvm start(ParserConfig config, String mainClass) throws IOException {
    var folder = Files.createTempDirectory("parley-parser-");
    try {
      var jvm = new ParserJvm(ParserCommand.start(config, mainClass, folder), folder);
      Thread.ofPlatform()
          .daemon()
          .name("parser-stderr")
          .start(() -> jvm.lastWords.listen(jvm.process.getErrorStream()));
      return jvm;
    } catch (IOException failed) {
      Files.deleteIfExists(folder);
      throw failed;
    }
  }

  /// Waits until the child can take a file. A file's own time begins after that.
  ///
  /// @throws ParseProblem `parser_busy` when it takes too long, `parser_crashed` when it died
  void awaitReady(Duration limit, ScheduledExecutorService watch) {
    var alarm = watch.schedule(this::stopLate, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      if (Frame.read(in, 0) == null) {
        throw new EOFException();
      }
    } catch (IOException ended) {
      var death = death(ended);
      throw tookTooLong ? new ParseProblem(ParseFailure.PARSER_BUSY, ended) : death;
    } finally {
      var _ = alarm.cancel(false);
    }
  }

  /// Whether it may be given another file.
  boolean isUsable(int filesPerProcess) {
    return process.isAlive() && !tookTooLong && !closed && files < filesPerProcess;
  }

  /// The end of what it wrote to standard error, for the log.
  String lastWords() {
    return lastWords.toString();
  }

  long pid() {
    return process.pid();
  }

  /// Reads a file. After a failure that is not the file's own the process has ended.
  ///
  /// @throws ParseProblem the child's, or one that says how the child died
  /// @throws UncheckedIOException when the upload's own bytes cannot be read
  ParsedDocument parse(Upload upload, Duration limit, ScheduledExecutorService watch) {
    files++;
    var alarm = watch.schedule(this::stopLate, limit.toMillis(), TimeUnit.MILLISECONDS);
    try (var bytes = upload.source().open()) {
      ask(upload, bytes);
      var answer = Frame.read(in, ParseAnswer.MAX_BODY);
      if (answer == null) {
        throw new EOFException();
      }
      return ParseAnswer.read(answer);
    } catch (UnreadableUpload unreadable) {
      close();
      throw unreadable;
    } catch (IOException ended) {
      throw death(ended);
    } finally {
      var _ = alarm.cancel(false);
    }
  }

  private void stopLate() {
    tookTooLong = true;
    var _ = process.destroyForcibly();
  }

  private void ask(Upload upload, InputStream bytes) throws IOException {
    var header = new HashMap<String, String>();
    var name = upload.name();
    header.put("name", name.substring(Math.max(0, name.length() - MAX_NAME)));
    if (upload.mediaType() != null && upload.mediaType().length() <= MAX_NAME) {
      header.put("type", upload.mediaType());
    }
    Frame.writeHead(out, header, Math.toIntExact(upload.size()));
    copy(bytes, upload.size(), out);
    out.flush();
  }

  private static void copy(InputStream bytes, long size, OutputStream out) throws IOException {
    var buffer = new byte[64 * 1024];
    for (var left = size; left > 0; ) {
      int n;
      try {
        n = bytes.read(buffer, 0, (int) Math.min(left, buffer.length));
      } catch (IOException failed) {
        throw new UnreadableUpload(failed);
      }
      if (n < 0) {
        throw new UnreadableUpload(new EOFException("the file is shorter than it was"));
      }
      out.write(buffer, 0, n);
      left -= n;
    }
  }

  /// The upload's own bytes could not be read: neither the file's fault nor the child's.
  static final class UnreadableUpload extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    UnreadableUpload(IOException cause) {
      super(cause);
    }
  }

  private ParseProblem death(IOException seen) {
    try {
      // Its pipes close a moment before it can be asked how it ended.
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        close();
        return new ParseProblem(ParseFailure.PARSER_CRASHED, seen);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      close();
      return new ParseProblem(ParseFailure.PARSER_STOPPED, seen);
    }
    close();
    if (tookTooLong) {
      return new ParseProblem(ParseFailure.PARSE_TIMEOUT, seen);
    }
    var memory = process.exitValue() == OUT_OF_MEMORY;
    return new ParseProblem(
        memory ? ParseFailure.PARSE_OUT_OF_MEMORY : ParseFailure.PARSER_CRASHED, seen);
  }

  /// Kills the process and removes its folder. May be called again.
  @Override
  public void close() {
    closed = true; // a killed process lives on for a moment
    var _ = process.destroyForcibly();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException gone) {
      // Removed already, or in use until the process has ended; it is a temporary folder.
    }
  }
}
