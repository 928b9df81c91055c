package dev.parley.retrieval.source.intake;

import dev.parley.platform.ids.Ids;
import dev.parley.retrieval.document.NewDocument;
import dev.parley.retrieval.source.kept.ItemStore;
import dev.parley.retrieval.source.kept.ItemStore.Arrival;
import dev.parley.retrieval.source.kept.RunStore;
import dev.parley.retrieval.source.kept.Source;
import java.time.InstantSource;

/// Where runs put what they find.
///
/// @param queued called when there is a document to read
/// @param changed called when something else can be found than before
public record Shelf(
    ItemStore items,
    RunStore runs,
    Runnable queued,
    Runnable changed,
    Ids ids,
    InstantSource clock) {

  /// A page as a document of the source's base.
  Arrival arrival(Source source, Found found) {
    var path = found.path();
    var title = path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
    var document =
        new NewDocument(
            source.baseId(),
            path,
            title,
            found.url(),
            null,
            found.mediaType(),
            found.content(),
            NewDocument.hashOf(found.content()),
            true);
    return new Arrival(ids.next(), document, clock.instant());
  }
}
