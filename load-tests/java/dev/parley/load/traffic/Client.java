package dev.parley.load.traffic;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import org.jspecify.annotations.Nullable;

/// One connection: sends a request and follows its answer. On the generator's event loop.
final class Client extends SimpleChannelInboundHandler<ByteBuf> implements ReadResponse.Sink {
  private final Owner owner;
  private final Result result;
  private final boolean streaming;
  private final ReadResponse response = new ReadResponse(this);
  private final ReadEvents events = new ReadEvents();
  private @Nullable Channel channel;
  private boolean busy;
  private long due;
  private long last;
  private int tokens;
  private int leaveAfter;
  private int status;
  private boolean done;
  private boolean failed;

  /// Who is told when a client has nothing to do, or is of no use any more.
  interface Owner {
    void free(Client client);

    void gone(Client client);
  }

  Client(Owner owner, Result result, boolean streaming) {
    this.owner = owner;
    this.result = result;
    this.streaming = streaming;
  }

  /// @param due when it should have been sent
  /// @param leaveAfter tokens after which the caller leaves; 0 for never
  void send(byte[] request, long due, int leaveAfter) {
    this.due = due;
    this.leaveAfter = leaveAfter;
    busy = true;
    tokens = 0;
    done = false;
    failed = false;
    events.reset();
    if (channel != null) {
      var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(request));
    }
  }

  boolean isBusy() {
    return busy;
  }

  void close() {
    if (channel != null) {
      var _ = channel.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    owner.free(this);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
    response.push(bytes);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (busy) {
      busy = false;
      result.ended("cut");
    }
    owner.gone(this);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }

  @Override
  public void head(int status) {
    this.status = status;
  }

  @Override
  public void body(ByteBuf bytes, int length) {
    if (streaming && status == 200 && busy) {
      events.push(bytes, length, this::line);
    }
  }

  private void line(ReadEvents.Line line) {
    switch (line) {
      case TOKEN -> token();
      case DONE -> done = true;
      case ERROR -> failed = true;
      case OTHER -> {}
    }
  }

  private void token() {
    var now = System.nanoTime();
    if (tokens == 0) {
      result.firstTokens().record(now - due);
    } else {
      result.gaps().record(now - last);
    }
    last = now;
    tokens++;
    result.token();
    if (tokens == leaveAfter && busy) {
      busy = false;
      result.ended("left");
      close();
    }
  }

  @Override
  public void end() {
    if (!busy) {
      return;
    }
    busy = false;
    if (status != 200) {
      result.ended(Integer.toString(status));
    } else if (failed) {
      result.ended("error event");
    } else if (streaming && !done) {
      result.ended("no end");
    } else {
      result.whole().record(System.nanoTime() - due);
      result.ended("ok");
    }
    owner.free(this);
  }
}
