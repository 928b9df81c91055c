/// Documents in, passages out.
///
/// Owns the tables `knowledge_base`, `base_grant`, `document`, `document_version`,
/// `document_upload`, `chunk`, `ingest_job` and `index_change`, those of sources, the operations
/// under `/api/v1/knowledge`, and the search index. May use: `gateway`, `metering`, `identity`,
/// `control`, `platform`, `call`. Start reading at [Knowledge] for the way in and [HybridSearch]
/// for the way out.
@NullMarked
@CheckReturnValue
package dev.parley.retrieval;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
