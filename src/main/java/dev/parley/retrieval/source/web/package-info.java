/// Sources on the web: pages, sites, sitemaps and feeds.
///
/// May use: `retrieval.source.intake`, `retrieval.source.kept`, `platform`, `call`. Start reading
/// at [Crawl].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.source.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
