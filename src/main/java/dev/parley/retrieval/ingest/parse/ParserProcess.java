package dev.parley.retrieval.ingest.parse;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.read.ReadDocument;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;

/// The child process: takes files from standard input, answers on standard output.
///
/// The first thread does nothing but read the pipe, so the end of the product, seen as the end of
/// the pipe, ends the child even while a file is being read. Everything else runs on daemon
/// threads.
public final class ParserProcess {
  /// Readers of nested formats recurse.
  private static final long STACK = 8L << 20;

  /// Reads one file.
  @FunctionalInterface
  interface DocumentReader {
    ParsedDocument read(String name, @Nullable String mediaType, byte[] bytes);
  }

  private final DocumentReader reader;
  private final DataOutputStream out;

  private ParserProcess(DocumentReader reader, OutputStream out) {
    this.reader = reader;
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  public static void main(String[] args) throws IOException {
    run(ReadDocument::read);
  }

  /// Serves until the pipe ends.
  static void run(DocumentReader reader) throws IOException {
    var in = System.in;
    var out = System.out;
    System.setOut(System.err); // libraries may print what they like
    LogManager.getLogManager().reset();
    var _ =
        ProcessHandle.current()
            .parent()
            .map(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
    new ParserProcess(reader, out).serve(in);
  }

  private void serve(InputStream pipe) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(pipe));
    Frame.writeHead(out, Map.of("ready", "true"), 0);
    out.flush();
    for (var frame = Frame.read(in, Integer.MAX_VALUE - 8);
        frame != null;
        frame = Frame.read(in, Integer.MAX_VALUE - 8)) {
      var request = frame;
      var thread = new Thread(null, () -> answer(request), "parse", STACK);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void answer(Frame request) {
    try {
      var name = request.header().getOrDefault("name", "");
      var document = reader.read(name, request.header().get("type"), request.body());
      ParseAnswer.write(out, document);
    } catch (ParseProblem problem) {
      tell(problem);
    } catch (IOException gone) {
      Runtime.getRuntime().halt(1);
    } catch (LinkageError | RuntimeException | StackOverflowError broken) {
      tell(new ParseProblem(ParseFailure.PARSER_CRASHED, broken));
    }
  }

  private void tell(ParseProblem problem) {
    try {
      ParseAnswer.write(out, problem);
    } catch (IOException gone) {
      Runtime.getRuntime().halt(1);
    }
  }
}
