package dev.parley.retrieval.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabelledSetTest {
  @TempDir Path folder;

  @Test
  void readsParagraphsQuestionsAndGrades() throws IOException {
    write("q1\tp1\t1\nq1\tp2\t0\n\nq2\tp2\t2\n");

    var set = LabelledSet.read(folder);

    assertEquals(List.of(new LabelledSet.Paragraph("p1", "Title", "Text")), set.paragraphs());
    assertEquals(List.of(new LabelledSet.Question("q1", "Why?")), set.questions());
    assertEquals(Map.of("q1", Map.of("p1", 1), "q2", Map.of("p2", 2)), set.grades());
  }

  @Test
  void aHeadingIsNotAGrade() throws IOException {
    write("query-id\tcorpus-id\tscore\nq1\tp1\t1\n");

    assertEquals(Map.of("q1", Map.of("p1", 1)), LabelledSet.read(folder).grades());
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    write("q1\tp1\t1\nq1 p2 1\n");

    var failure = assertThrows(IOException.class, () -> LabelledSet.read(folder));

    assertTrue(failure.toString().contains("qrels.tsv:2"), failure::toString);
  }

  private void write(String grades) throws IOException {
    Files.writeString(
        folder.resolve("corpus.jsonl"),
        """
        {"_id": "p1", "title": "Title", "text": "Text"}
        """);
    Files.writeString(
        folder.resolve("queries.jsonl"),
        """
        {"id": "q1", "text": "Why?"}
        {"id": "unjudged", "text": "How?"}
        """);
    Files.writeString(folder.resolve("qrels.tsv"), grades);
  }
}
