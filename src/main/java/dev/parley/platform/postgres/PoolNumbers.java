package dev.parley.platform.postgres;

/// How busy the pool is.
///
/// @param max the most connections that may be open
/// @param open connections that are open or being opened
/// @param inUse connections that work for a transaction
/// @param waiting callers without a connection
public record PoolNumbers(int max, int open, int inUse, int waiting) {}
