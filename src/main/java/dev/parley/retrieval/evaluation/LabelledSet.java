package dev.parley.retrieval.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Paragraphs, questions, and which paragraphs answer which question: a folder in the form that
/// BEIR made common.
///
/// @param paragraphs from `corpus.jsonl`: `id` (or `_id`), `title`, `text`
/// @param questions from `queries.jsonl`: `id` (or `_id`), `text`; only those with a judgement
/// @param grades from `qrels.tsv`: question, paragraph and grade in columns, with or without a
///   heading; by question, then paragraph; only grades above 0
public record LabelledSet(
    List<Paragraph> paragraphs,
    List<Question> questions,
    Map<String, Map<String, Integer>> grades) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");
  private static final int COLUMNS = 3;

  /// What can be found.
  public record Paragraph(String id, String title, String text) {}

  /// What is asked.
  public record Question(String id, String text) {}

  public LabelledSet {
    paragraphs = List.copyOf(paragraphs);
    questions = List.copyOf(questions);
    grades = Map.copyOf(grades);
  }

  /// Reads the three files of a folder.
  ///
  /// @throws IOException when one is missing or a line is not as said; names file and line
  public static LabelledSet read(Path folder) throws IOException {
    var grades = grades(folder.resolve("qrels.tsv"));
    var paragraphs = new ArrayList<Paragraph>();
    for (var line : lines(folder.resolve("corpus.jsonl"))) {
      paragraphs.add(
          new Paragraph(id(line), line.path("title").asText(""), line.path("text").asText("")));
    }
    var questions = new ArrayList<Question>();
    for (var line : lines(folder.resolve("queries.jsonl"))) {
      if (grades.containsKey(id(line))) {
        questions.add(new Question(id(line), line.path("text").asText("")));
      }
    }
    return new LabelledSet(paragraphs, questions, grades);
  }

  private static String id(JsonNode line) {
    return line.path(line.has("id") ? "id" : "_id").asText();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    var nodes = new ArrayList<JsonNode>();
    var number = 0;
    try (var reader = Files.newBufferedReader(file)) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          nodes.add(node(file, number, line));
        }
      }
    }
    return nodes;
  }

  private static JsonNode node(Path file, int number, String line) throws IOException {
    try {
      var node = JSON.readTree(line);
      if (!id(node).isEmpty() && node.path("text").isTextual()) {
        return node;
      }
    } catch (IOException e) {
      throw new IOException("%s:%d: %s".formatted(file, number, e.getMessage()), e);
    }
    throw new IOException("%s:%d: an object with id and text".formatted(file, number));
  }

  private static Map<String, Map<String, Integer>> grades(Path file) throws IOException {
    var grades = new HashMap<String, Map<String, Integer>>();
    var lines = Files.readAllLines(file);
    for (var number = 0; number < lines.size(); number++) {
      var columns = lines.get(number).split("\t", -1);
      if (lines.get(number).isBlank()) {
        continue;
      }
      if (columns.length == COLUMNS && NUMBER.matcher(columns[2].strip()).matches()) {
        var grade = Integer.parseInt(columns[2].strip());
        if (grade > 0) {
          grades.computeIfAbsent(columns[0], _ -> new HashMap<>()).put(columns[1], grade);
        }
      } else if (number > 0) {
        throw new IOException(
            "%s:%d: question, paragraph and grade, by tabs".formatted(file, number + 1));
      }
    }
    return grades;
  }
}
