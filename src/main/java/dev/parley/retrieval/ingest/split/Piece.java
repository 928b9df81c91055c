package dev.parley.retrieval.ingest.split;

import org.jspecify.annotations.Nullable;

/// A stretch of text that is not cut any more: a block, or a part of a long one.
///
/// @param start index into the text, in chars
/// @param end the same, exclusive
/// @param weight share of a chunk that it fills, in tokens
/// @param heading whether it is one
/// @param leads whether it announces the piece behind it and should stand with it
/// @param place where it stands
record Piece(
    int start,
    int end,
    int weight,
    boolean heading,
    boolean leads,
    Place place,
    @Nullable Integer page) {}
