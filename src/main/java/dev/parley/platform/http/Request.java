package dev.parley.platform.http;

import dev.parley.call.Call;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// A request that fits the contract, from a caller who may make it.
public interface Request {
  Call call();

  Peer peer();

  /// A path parameter that the contract declares as a UUID.
  UUID pathId(String name);

  Optional<String> query(String name);

  Optional<String> header(String name);

  Optional<String> cookie(String name);

  /// A path parameter as it is.
  String path(String name);

  /// The JSON body as a record.
  <T> T body(Class<T> type);

  /// Text of a form field of a multipart body.
  Optional<String> field(String name);

  /// The first uploaded file of a multipart body; [HttpProblem.Invalid] when there is none. The
  /// file is deleted when the answer has ended.
  Upload upload();

  /// One uploaded file.
  ///
  /// @param name the file name the client gave; not safe as a path
  record Upload(String name, String mediaType, Path file, long size) {}
}
