package dev.parley.retrieval.ingest;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.gateway.spi.Embedder;
import dev.parley.platform.http.Problem;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.retrieval.document.DocumentStore;
import dev.parley.retrieval.document.JobStore;
import dev.parley.retrieval.document.JobStore.Job;
import dev.parley.retrieval.document.VersionStore;
import dev.parley.retrieval.ingest.parse.ParserPool;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.split.SplitText;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Works through the jobs: as many readers as configured, each taking the job that waited longest,
/// holding its lease while it works, and trying again what may succeed later.
public final class IngestRunner {
  private static final Log LOG = Log.of(IngestRunner.class);
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final Duration JOB_LIMIT = Duration.ofMinutes(30);
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 3;
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final JobStore jobs;
  private final DocumentStore documents;
  private final IngestStory story;
  private final Runnable published;
  private final Stories readers;
  private final int number;
  private final InstantSource clock;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean stopping;

  /// @param published called after each document that can be found in a new form
  /// @param number of readers
  public IngestRunner(
      Stores stores,
      Fetcher fetcher,
      ParserPool parser,
      SplitText splitter,
      Embedder embedder,
      Runnable published,
      int number,
      InstantSource clock) {
    this.jobs = stores.jobs();
    this.documents = stores.documents();
    this.story =
        new IngestStory(
            stores.documents(), stores.versions(), fetcher, parser, splitter, embedder, clock);
    this.published = published;
    this.readers = new Stories("ingest", Math.max(1, number));
    this.number = number;
    this.clock = clock;
  }

  /// Starts the readers.
  public void open() {
    for (var i = 0; i < number; i++) {
      var _ = readers.start(this::work).onFailure(e -> LOG.error("reader ended", e));
    }
  }

  /// Says that there may be a job.
  public void wake() {
    news.release();
  }

  /// Lets each reader finish its document as far as the limit allows; blocks. What is not finished
  /// is taken up again when its lease has ended.
  public void drain(Duration limit) throws InterruptedException {
    stopping = true;
    news.release(number);
    readers.drain(limit);
  }

  private boolean work() throws InterruptedException {
    while (!stopping) {
      var job = take();
      if (job.isPresent()) {
        read(job.get());
      } else {
        var _ = news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    return true;
  }

  private Optional<Job> take() {
    try {
      return await(jobs.take(call("ingest", NONE, STEP), clock.instant(), LEASE));
    } catch (Exception e) {
      LOG.warning("no job could be taken", "cause", e);
      return Optional.empty();
    }
  }

  private void read(Job job) throws InterruptedException {
    var call = call("ingest-" + job.document(), job.workspace(), JOB_LIMIT);
    var holder = holdLease(job);
    try {
      if (story.tell(call, job.document())) {
        published.run();
      }
      finish(job);
    } catch (ParseProblem e) {
      failed(job, e.failure().code(), String.valueOf(e.getMessage()), e.failure().retryable());
    } catch (Exception e) {
      if (stopping) {
        return; // the lease ends and somebody else begins anew
      }
      unexpected(call, job, e);
    } finally {
      holder.interrupt();
    }
  }

  private void unexpected(Call call, Job job, Exception e) {
    if (e instanceof Problem problem) {
      failed(job, problem.code(), problem.detail(), problem.retryable());
    } else {
      LOG.error(call, "document could not be read", e, "document", job.document());
      failed(job, "internal_error", "Something went wrong on our side. The log says more.", true);
    }
  }

  /// Tries again after a while, or gives up and says why.
  private void failed(Job job, String code, String message, boolean retryable) {
    try {
      if (retryable && job.attempts() < ATTEMPTS) {
        var wait = Duration.ofSeconds(5L << job.attempts());
        var _ =
            await(
                jobs.tryLater(
                    call("ingest", job.workspace(), STEP), job, clock.instant().plus(wait)));
        return;
      }
      var call = call("ingest", job.workspace(), STEP);
      var _ = await(documents.fail(call, job.document(), code, message, clock.instant()));
      finish(job);
    } catch (Exception e) {
      LOG.error("the failure of a document could not be stored", e, "document", job.document());
    }
  }

  private void finish(Job job) throws Exception {
    var _ = await(jobs.finish(call("ingest", job.workspace(), STEP), job));
  }

  /// Renews the lease three times within its length, until it is interrupted.
  private Thread holdLease(Job job) {
    return Thread.ofVirtual()
        .name("ingest-lease")
        .start(() -> {
          try {
            while (true) {
              Thread.sleep(LEASE.dividedBy(3));
              var until = clock.instant().plus(LEASE);
              var _ =
                  jobs.renew(call("ingest", job.workspace(), STEP), job, until)
                      .onFailure(e -> LOG.warning("lease not renewed", "cause", e));
            }
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private Call call(String id, WorkspaceId workspace, Duration limit) {
    return new Call(id, new Caller.Parley(workspace), Deadline.after(clock, limit));
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// The tables that ingestion writes.
  public record Stores(JobStore jobs, DocumentStore documents, VersionStore versions) {}
}
