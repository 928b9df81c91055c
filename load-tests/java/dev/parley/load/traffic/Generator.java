package dev.parley.load.traffic;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Sends requests when they are due, whether or not earlier ones were answered: a server that
/// stands still is not spared the requests of that time, and each of them is late from when it was
/// due. When they are due is fixed before the first one is sent.
public final class Generator implements Client.Owner {
  private static final long SEED = 4711;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long RECONNECT_MS = 100;
  private static final int MOST_TOKENS_BEFORE_LEAVING = 20;

  private final Traffic traffic;
  private final Duration patience;
  private final Result result = new Result();
  private final EventLoop loop;
  private final Random random = new Random(SEED);
  private final byte[] request;
  private final String run = Long.toString(System.nanoTime(), 36);
  private final Deque<Client> free = new ArrayDeque<>();
  private final Deque<Long> waiting = new ArrayDeque<>();
  private final Set<Client> all = new HashSet<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private long sent;
  private long began;
  private long nextDue;
  private long stopAt;
  private boolean running;
  private boolean over;

  private Generator(Traffic traffic, Duration patience, EventLoop loop) {
    this.traffic = traffic;
    this.patience = patience;
    this.loop = loop;
    this.request = traffic.request("");
  }

  /// A load that is running.
  public record Running(Result result, CountDownLatch ended) {
    /// Waits for the last answer.
    public Result await() throws InterruptedException {
      ended.await();
      return result;
    }
  }

  /// Sends all of it and waits for the answers, half a minute at most after the last request.
  public static Result run(Traffic traffic) throws InterruptedException {
    return start(traffic).await();
  }

  /// Begins to send.
  public static Running start(Traffic traffic) {
    return start(traffic, PATIENCE);
  }

  /// Begins to send.
  ///
  /// @param patience how long answers are waited for after the last request was due
  public static Running start(Traffic traffic, Duration patience) {
    var group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    var generator = new Generator(traffic, patience, group.next());
    generator.loop.execute(generator::connect);
    Thread.ofVirtual()
        .start(() -> {
          try {
            generator.ended.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        });
    return new Running(generator.result, generator.ended);
  }

  private void connect() {
    for (var i = 0; i < traffic.connections(); i++) {
      open();
    }
  }

  private void open() {
    var client = new Client(this, result, traffic.streaming());
    var _ =
        new Bootstrap()
            .group(loop)
            .channel(EpollSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    var _ = channel.pipeline().addLast(client);
                  }
                })
            .connect(traffic.target().getHost(), traffic.target().getPort())
            .addListener(connected -> {
              if (connected.isSuccess()) {
                return;
              }
              all.remove(client);
              if (!over) {
                var _ = loop.schedule(this::open, RECONNECT_MS, TimeUnit.MILLISECONDS);
              }
            });
    all.add(client);
  }

  @Override
  public void free(Client client) {
    free.add(client);
    if (began != 0) {
      pump();
      endIfDone();
    } else if (free.size() == traffic.connections()) {
      begin();
    }
  }

  @Override
  public void gone(Client client) {
    all.remove(client);
    free.remove(client);
    if (!over) {
      open();
      endIfDone();
    }
  }

  private void begin() {
    running = true;
    began = System.nanoTime();
    nextDue = began;
    stopAt = began + traffic.length().toNanos();
    var _ =
        loop.schedule(
            this::giveUp,
            traffic.length().plus(patience).toNanos(),
            TimeUnit.NANOSECONDS);
    tick();
  }

  /// Lines up what is due, and looks again when the next one is.
  private void tick() {
    var now = System.nanoTime();
    if (traffic.rate() == 0) {
      nextDue = stopAt;
    }
    while (nextDue <= now && nextDue < stopAt) {
      waiting.add(nextDue);
      nextDue += gap();
    }
    pump();
    if (nextDue < stopAt) {
      var _ = loop.schedule(this::tick, nextDue - System.nanoTime(), TimeUnit.NANOSECONDS);
    } else {
      var _ = loop.schedule(this::stop, stopAt - now, TimeUnit.NANOSECONDS);
    }
  }

  private long gap() {
    var mean = 1e9 / traffic.rate();
    return Math.max(
        1, Math.round(traffic.poisson() ? -mean * Math.log(1 - random.nextDouble()) : mean));
  }

  private void pump() {
    while (!free.isEmpty() && (traffic.rate() == 0 ? running : !waiting.isEmpty())) {
      var due = traffic.rate() == 0 ? System.nanoTime() : waiting.removeFirst();
      var leaves = traffic.aborts() > 0 && random.nextDouble() < traffic.aborts();
      var bytes = traffic.named() ? traffic.request(run + "-" + sent) : request;
      sent++;
      free.removeFirst()
          .send(bytes, due, leaves ? 1 + random.nextInt(MOST_TOKENS_BEFORE_LEAVING) : 0);
    }
  }

  private void stop() {
    running = false;
    endIfDone();
  }

  private void giveUp() {
    for (var client : all) {
      if (client.isBusy()) {
        result.ended("unfinished");
      }
    }
    for (var _ : waiting) {
      result.ended("unfinished");
    }
    waiting.clear();
    end();
  }

  private void endIfDone() {
    if (!running && began != 0 && !over && waiting.isEmpty() && result.answered() >= sent) {
      end();
    }
  }

  private void end() {
    if (!over) {
      over = true;
      result.took(System.nanoTime() - began);
      new HashSet<>(all).forEach(Client::close);
      ended.countDown();
    }
  }
}
