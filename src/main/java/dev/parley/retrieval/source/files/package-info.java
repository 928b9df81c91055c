/// Sources that are files: in an archive, in a folder of the server, in a bucket.
///
/// May use: `retrieval.source.intake`, `retrieval.source.kept`, `retrieval.ingest.parse.read` for
/// the names of files that can be read, `platform`, `call`. Start reading at [FileWalk].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.source.files;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
