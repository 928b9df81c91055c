package dev.parley.retrieval.ingest.parse;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.read.ReadDocument;
import java.io.IOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// A child process in which the name of a file says what goes wrong.
final class HostileParser {
  private HostileParser() {}

  public static void main(String[] args) throws IOException {
    ParserProcess.run(HostileParser::read);
  }

  private static ParsedDocument read(String name, @Nullable String type, byte[] bytes) {
    return switch (name) {
      case "loop" -> loop();
      case "memory" -> memory();
      case "crash" -> {
        Runtime.getRuntime().halt(134);
        throw new AssertionError();
      }
      case "throw" -> throw new IllegalStateException("a bug");
      case "recurse" -> recurse(0);
      case "chatter" -> {
        System.out.println("a library prints where answers go ".repeat(10_000));
        System.err.println("and complains ".repeat(100_000));
        yield ReadDocument.read("a.txt", null, bytes);
      }
      default -> ReadDocument.read(name, type, bytes);
    };
  }

  private static ParsedDocument loop() {
    var n = 0L;
    while (Runtime.getRuntime().availableProcessors() > 0) {
      n++;
    }
    throw new AssertionError(n);
  }

  private static ParsedDocument memory() {
    var kept = new ArrayList<byte[]>();
    while (kept.size() < Integer.MAX_VALUE) {
      kept.add(new byte[1 << 20]);
    }
    throw new AssertionError();
  }

  private static ParsedDocument recurse(int depth) {
    return depth == Integer.MAX_VALUE ? loop() : recurse(depth + 1);
  }
}
