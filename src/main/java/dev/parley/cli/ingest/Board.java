package dev.parley.cli.ingest;

import dev.parley.cli.client.Document;
import dev.parley.cli.client.Server.Upload;
import dev.parley.cli.ingest.Sources.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How far every document of an `ingest` is. Written by the threads that send and by the one that
/// follows; safe from any.
final class Board {
  private final int total;
  private final List<Fault> faults;
  private final Map<UUID, Waiting> waiting = new HashMap<>();
  private int sent;
  private int unchanged;
  private int added;
  private int renewed;
  private long passages;

  Board(Sources sources) {
    this.total = sources.count();
    this.faults = new ArrayList<>(sources.faults());
  }

  /// The server has it.
  synchronized void sent(String name, Upload upload) {
    sent++;
    var document = upload.document();
    waiting.put(
        document.id(), new Waiting(name, upload.unchanged(), document.version() > 0, document));
    if (document.settled()) {
      settle(document);
    }
  }

  /// It never got to the server.
  synchronized void failed(String name, String reason) {
    sent++;
    faults.add(new Fault(name, reason));
  }

  /// What the server says of a document now.
  synchronized void update(Document document) {
    var before = waiting.get(document.id());
    if (before == null) {
      return;
    }
    if (document.settled()) {
      settle(document);
    } else {
      waiting.put(document.id(), before.with(document));
    }
  }

  /// Somebody deleted it meanwhile.
  synchronized void forgotten(UUID id) {
    var before = waiting.remove(id);
    if (before != null) {
      faults.add(new Fault(before.name(), "was deleted from the server"));
    }
  }

  /// The ids of those the server is not done with.
  synchronized Collection<UUID> waiting() {
    return List.copyOf(waiting.keySet());
  }

  /// The names of those the server is not done with, in order.
  synchronized List<String> waitingNames() {
    return waiting.values().stream().map(Waiting::name).sorted().toList();
  }

  synchronized Progress progress() {
    var done = sent - waiting.size();
    var read = waiting.values().stream().filter(one -> one.document().read()).count();
    var parts = waiting.values().stream().mapToDouble(one -> one.document().embedded()).sum();
    return new Progress(
        total,
        sent,
        done + (int) read,
        done,
        parts,
        unchanged,
        added,
        renewed,
        passages,
        List.copyOf(faults));
  }

  private void settle(Document document) {
    var before = waiting.remove(document.id());
    if (before == null) {
      return;
    }
    if (document.failed()) {
      faults.add(new Fault(before.name(), document.why()));
    } else if (before.unchanged()) {
      unchanged++;
    } else {
      passages += document.passages();
      if (before.renewing()) {
        renewed++;
      } else {
        added++;
      }
    }
  }

  /// @param renewing whether an earlier version answers meanwhile
  private record Waiting(String name, boolean unchanged, boolean renewing, Document document) {
    Waiting with(Document now) {
      return new Waiting(name, unchanged, renewing, now);
    }
  }

  /// Everything at one moment.
  ///
  /// @param total documents that were found
  /// @param sent that the server has, or will not get
  /// @param read whose text is known, or that came to an end
  /// @param done that came to an end, good or bad
  /// @param parts sum of the embedded parts of those that did not, 0 to 1 each
  /// @param renewed that had an earlier version
  /// @param passages of the added and renewed ones
  record Progress(
      int total,
      int sent,
      int read,
      int done,
      double parts,
      int unchanged,
      int added,
      int renewed,
      long passages,
      List<Fault> faults) {}
}
