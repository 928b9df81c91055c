package dev.parley.retrieval.source.intake;

import java.util.concurrent.atomic.AtomicReference;

/// Lets somebody else end a run. Safe from any thread.
public final class Control {
  private final Thread story;
  private final AtomicReference<Wish> wish = new AtomicReference<>(Wish.GO_ON);

  /// What somebody else wants of a run.
  public enum Wish {
    GO_ON,
    /// A person said so.
    CANCEL,
    /// Another replica has the lease.
    LEAVE,
    /// This process stops; another replica goes on.
    HAND_OVER
  }

  /// @param story the thread of the run
  public Control(Thread story) {
    this.story = story;
  }

  /// Ends the run soon; the first wish counts.
  public void end(Wish wanted) {
    if (wish.compareAndSet(Wish.GO_ON, wanted)) {
      story.interrupt();
    }
  }

  public Wish wish() {
    return wish.get();
  }

  /// @throws EndOfTrip.Asked when the run is to end
  void check() {
    if (wish.get() != Wish.GO_ON) {
      throw new EndOfTrip.Asked();
    }
  }
}
