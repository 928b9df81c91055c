package dev.parley.cli.process;

/// What every command is given of the process it runs in.
public record Surroundings(Terminal terminal, Time time, Interruption interruption) {}
