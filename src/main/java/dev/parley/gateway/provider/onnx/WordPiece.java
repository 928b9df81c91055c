package dev.parley.gateway.provider.onnx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The tokenizer of BERT's uncased models: words, then the longest known pieces of each word.
///
/// Markers such as `[SEP]` that stand in a text are read as ordinary characters, so a document
/// cannot end itself early. Immutable.
final class WordPiece {
  private static final int LONGEST_WORD = 100;
  private static final String INSIDE_WORD = "##";

  private final Map<String, Integer> starts;
  private final Map<String, Integer> insides;
  private final int unknown;
  private final int first;
  private final int last;

  private WordPiece(Map<String, Integer> vocabulary) {
    starts = new HashMap<>(vocabulary.size() * 2);
    insides = new HashMap<>();
    vocabulary.forEach((piece, id) -> {
      if (piece.startsWith(INSIDE_WORD)) {
        insides.put(piece.substring(INSIDE_WORD.length()), id);
      } else {
        starts.put(piece, id);
      }
    });
    unknown = marker("[UNK]");
    first = marker("[CLS]");
    last = marker("[SEP]");
  }

  private int marker(String name) {
    return Objects.requireNonNull(starts.get(name), () -> "the vocabulary has no " + name);
  }

  /// Reads the `model.vocab` object of a `tokenizer.json` on the class path.
  static WordPiece load(String resource) {
    try (var in = resource(resource);
        var json = new JsonFactory().createParser(in)) {
      var vocabulary = new HashMap<String, Integer>(65_536);
      findVocabulary(json);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var piece = json.currentName();
        vocabulary.put(piece, json.nextIntValue(-1));
      }
      return new WordPiece(vocabulary);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        WordPiece.class.getResourceAsStream(name), () -> name + " is not on the class path");
  }

  private static void findVocabulary(JsonParser json) throws IOException {
    JsonToken token;
    while ((token = json.nextToken()) != null) {
      if (token == JsonToken.FIELD_NAME && json.currentName().equals("vocab")) {
        var _ = json.nextToken();
        return;
      }
    }
    throw new IOException("no vocabulary in the file");
  }

  /// The tokens the model reads: a marker, at most `limit - 2` pieces of the text, a marker.
  int[] encode(String text, int limit) {
    var pieces = new Pieces(limit - 2);
    split(text, pieces);
    var ids = new int[pieces.size() + 2];
    ids[0] = first;
    System.arraycopy(pieces.ids, 0, ids, 1, pieces.size());
    ids[ids.length - 1] = last;
    return ids;
  }

  /// How many pieces the text has, without markers and without limit.
  int count(String text) {
    var pieces = new Pieces(0);
    split(text, pieces);
    return pieces.found;
  }

  private void split(String raw, Pieces out) {
    var text = Normalize.text(raw);
    var at = 0;
    while (at < text.length() && out.wanted()) {
      var c = text.codePointAt(at);
      if (Normalize.isSpace(c)) {
        at += Character.charCount(c);
      } else if (Normalize.isPunctuation(c)) {
        addWord(text, at, at + Character.charCount(c), out);
        at += Character.charCount(c);
      } else {
        var end = endOfWord(text, at);
        addWord(text, at, end, out);
        at = end;
      }
    }
  }

  private static int endOfWord(String text, int start) {
    var at = start;
    while (at < text.length()) {
      var c = text.codePointAt(at);
      if (Normalize.isSpace(c) || Normalize.isPunctuation(c)) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private void addWord(String text, int from, int to, Pieces out) {
    var word = text.substring(from, to);
    var whole = starts.get(word);
    if (whole != null) {
      out.add(whole);
      return;
    }
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      out.add(unknown);
      return;
    }
    addParts(word, out);
  }

  /// Greedy from the left; a word with one unknown part is unknown as a whole.
  private void addParts(String word, Pieces out) {
    var mark = out.mark();
    var at = 0;
    while (at < word.length()) {
      var known = at == 0 ? starts : insides;
      var end = word.length();
      Integer id = null;
      while (end > at && (id = known.get(word.substring(at, end))) == null) {
        end -= Character.isLowSurrogate(word.charAt(end - 1)) ? 2 : 1;
      }
      if (id == null) {
        out.backTo(mark);
        out.add(unknown);
        return;
      }
      out.add(id);
      at = end;
    }
  }

  /// The pieces found so far; keeps the first `limit` of them and counts all. A limit of 0 only
  /// counts.
  private static final class Pieces {
    private final int limit;
    private int[] ids = new int[64];
    private int found;

    private Pieces(int limit) {
      this.limit = limit;
    }

    boolean wanted() {
      return limit == 0 || found < limit;
    }

    void add(int id) {
      if (found < limit) {
        if (found == ids.length) {
          ids = Arrays.copyOf(ids, ids.length * 2);
        }
        ids[found] = id;
      }
      found++;
    }

    int mark() {
      return found;
    }

    void backTo(int mark) {
      found = mark;
    }

    int size() {
      return Math.min(found, limit);
    }
  }
}
