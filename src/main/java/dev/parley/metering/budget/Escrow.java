package dev.parley.metering.budget;

import java.util.List;
import java.util.UUID;

/// Money that is kept for one call. Ends once, with whichever of the two comes first; more calls
/// change nothing. Safe from any thread.
public interface Escrow {

  /// Ends it with what the call cost. What was kept above that is free again; what it cost above
  /// that is taken all the same.
  void settle(long actualNano);

  /// Ends it: the call was not made.
  void release();

  /// The leases that the money comes from, to be named in the ledger.
  List<UUID> leases();
}
