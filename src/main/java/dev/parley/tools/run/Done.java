package dev.parley.tools.run;

import dev.parley.tools.tool.Outcome;

/// A use of a tool that was.
///
/// @param millis how long it took
public record Done(Outcome outcome, long millis) {}
