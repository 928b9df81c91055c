package dev.parley.retrieval.ingest.parse;

import dev.parley.retrieval.document.Block;
import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseLimits;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A child's answer as a frame: a document, or why there is none. The reading side believes
/// nothing: a child may have been taken over by the file it read.
final class ParseAnswer {
  /// Four bytes for every character, and the blocks with short anchors.
  static final int MAX_BODY = 4 * ParseLimits.TEXT + 256 * ParseLimits.BLOCKS;

  private static final int MAX_SENTENCE = 300;

  private ParseAnswer() {}

  static void write(DataOutputStream out, ParsedDocument document) throws IOException {
    var header = new HashMap<String, String>();
    if (document.title() != null) {
      header.put("title", document.title());
    }
    if (document.pages() != null) {
      header.put("pages", document.pages().toString());
    }
    var blocks = blocks(document.blocks());
    var text = document.text().getBytes(StandardCharsets.UTF_8);
    var size = (long) Integer.BYTES + text.length + blocks.length;
    if (size > MAX_BODY) {
      throw new ParseProblem(ParseFailure.TOO_LARGE);
    }
    Frame.writeHead(out, header, Math.toIntExact(size));
    out.writeInt(text.length);
    out.write(text);
    out.write(blocks);
    out.flush();
  }

  static void write(DataOutputStream out, ParseProblem problem) throws IOException {
    var header =
        Map.of(
            "failure", problem.failure().code(), "sentence", String.valueOf(problem.getMessage()));
    Frame.writeHead(out, header, 0);
    out.flush();
  }

  /// The document of an answer.
  ///
  /// @throws ParseProblem when the answer is one
  /// @throws IOException when the answer makes no sense
  static ParsedDocument read(Frame answer) throws IOException {
    var header = answer.header();
    var code = header.get("failure");
    if (code != null) {
      var failure = ParseFailure.ofCode(code).orElse(ParseFailure.PARSER_CRASHED);
      var sentence = header.getOrDefault("sentence", failure.sentence());
      throw new ParseProblem(
          failure, sentence.length() <= MAX_SENTENCE ? sentence : failure.sentence());
    }
    var body = new DataInputStream(new ByteArrayInputStream(answer.body()));
    var length = body.readInt();
    if (length < 0 || length > body.available()) {
      throw new IOException("a text of " + length + " bytes");
    }
    var text = new String(body.readNBytes(length), StandardCharsets.UTF_8);
    var pages = header.get("pages");
    try {
      return new ParsedDocument(
          header.get("title"),
          text,
          blocks(body, text),
          pages == null ? null : Integer.valueOf(pages));
    } catch (IllegalArgumentException wrong) {
      throw new IOException("a block that cannot be", wrong);
    }
  }

  private static byte[] blocks(List<Block> blocks) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(blocks.size());
    for (var block : blocks) {
      out.writeUTF(block.kind().name());
      out.writeByte(block.level());
      out.writeInt(block.start());
      out.writeInt(block.end());
      out.writeInt(block.page() == null ? 0 : block.page());
      out.writeUTF(block.anchor() == null ? "" : block.anchor());
    }
    return bytes.toByteArray();
  }

  private static List<Block> blocks(DataInputStream in, String text) throws IOException {
    var size = in.readInt();
    if (size < 0 || size > ParseLimits.BLOCKS) {
      throw new IOException("an answer of " + size + " blocks");
    }
    var length = text.codePointCount(0, text.length());
    var blocks = new ArrayList<Block>();
    var at = 0;
    for (var i = 0; i < size; i++) {
      var block = block(in);
      if (block.start() < at || block.end() > length) {
        throw new IOException("a block outside of the text");
      }
      at = block.end();
      blocks.add(block);
    }
    return blocks;
  }

  private static Block block(DataInputStream in) throws IOException {
    var kind = Block.Kind.valueOf(in.readUTF());
    var level = in.readUnsignedByte();
    var start = in.readInt();
    var end = in.readInt();
    var page = in.readInt();
    var anchor = in.readUTF();
    if (anchor.length() > ParseLimits.ANCHOR) {
      throw new IOException("a block that cannot be");
    }
    return new Block(kind, level, start, end, positive(page), anchor.isEmpty() ? null : anchor);
  }

  private static @Nullable Integer positive(int page) {
    return page > 0 ? page : null;
  }
}
