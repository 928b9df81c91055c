package dev.parley.retrieval.ingest.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parley.retrieval.document.Chunk;
import dev.parley.retrieval.ingest.parse.read.ReadDocument;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Reads and splits every file of a folder: the one that `PARLEY_DOCS` names, or the test
/// documents. What comes out is printed, to be looked at.
final class DocumentFolderTest {
  private static final SplitText SPLIT =
      new SplitText(SplitConfig.measured(), new WordPieceEstimate());

  private final List<Chunk> chunks = new ArrayList<>();
  private final TreeMap<String, Integer> failures = new TreeMap<>();
  private int documents;

  @Test
  void everyChunkStandsInItsDocumentAndNothingIsLeftOut() throws IOException {
    var folder = System.getenv("PARLEY_DOCS");
    var root = Path.of(folder == null ? "src/test/resources/documents" : folder);
    var start = System.nanoTime();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        read(file);
      }
    }
    var seconds = (System.nanoTime() - start) / 1e9;

    assertFalse(chunks.isEmpty());
    System.out.printf(
        "%s: %d documents, failures %s, %d chunks, tokens %s, %.1f s%n",
        root, documents, failures, chunks.size(), tokens(), seconds);
  }

  private void read(Path file) throws IOException {
    try {
      var document = ReadDocument.read(file.toString(), null, Files.readAllBytes(file));
      var made = SPLIT.split(document);
      assertEquals(List.of(), ChunkFaults.of(document, made, SPLIT.config()), file.toString());
      chunks.addAll(made);
      documents++;
    } catch (ParseProblem problem) {
      var _ = failures.merge(problem.failure().code(), 1, Integer::sum);
    }
  }

  private String tokens() {
    var sizes = new ArrayList<>(chunks.stream().map(Chunk::tokens).toList());
    Collections.sort(sizes);
    var text = new StringBuilder();
    for (var share : List.of(0, 5, 25, 50, 75, 95, 100)) {
      var at = Math.min(sizes.size() - 1, sizes.size() * share / 100);
      text.append(share).append("%:").append(sizes.get(at)).append(' ');
    }
    return text.toString().strip();
  }
}
