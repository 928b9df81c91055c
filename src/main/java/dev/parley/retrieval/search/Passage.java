package dev.parley.retrieval.search;

import dev.parley.retrieval.document.Chunk;
import org.jspecify.annotations.Nullable;

/// One chunk as the index takes it in.
///
/// @param ordinal position in its document, from 0
/// @param language BCP 47 tag; empty when unknown
/// @param text what is searched: title, heading path and text in one
/// @param vector of length 1; null while there is none, then only the text finds it
@SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
public record Passage(int ordinal, String language, String text, float @Nullable [] vector) {
  // Written out: javac does not write @Nullable into the class file for a compact constructor.
  public Passage(int ordinal, String language, String text, float @Nullable [] vector) {
    if (ordinal < 0) {
      throw new IllegalArgumentException("ordinals begin at 0: " + ordinal);
    }
    this.ordinal = ordinal;
    this.language = language;
    this.text = text;
    this.vector = vector;
  }

  /// The chunk of a document with this title.
  public static Passage of(String title, Chunk chunk, String language, float @Nullable [] vector) {
    return new Passage(chunk.ordinal(), language, chunk.searchText(title), vector);
  }
}
