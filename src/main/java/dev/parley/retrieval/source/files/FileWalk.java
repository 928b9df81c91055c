package dev.parley.retrieval.source.files;

import dev.parley.platform.config.ByteSize;
import dev.parley.platform.http.Problem;
import dev.parley.retrieval.ingest.parse.read.ReadableNames;
import dev.parley.retrieval.source.files.FileTree.Entry;
import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Found;
import dev.parley.retrieval.source.intake.Patterns;
import dev.parley.retrieval.source.intake.Trip;
import dev.parley.retrieval.source.intake.Walk;
import dev.parley.retrieval.source.kept.Definition;
import dev.parley.retrieval.source.kept.Run.Limit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes in the files of a tree that can be read.
public final class FileWalk implements Walk {
  private static final Set<String> NEVER = Set.of("node_modules", "__MACOSX");
  private static final int LONGEST_PATH = 500;

  private final FileTree tree;
  private final int maxFile;

  /// @param maxFile size of a file; larger ones are left out
  public FileWalk(FileTree tree, ByteSize maxFile) {
    this.tree = tree;
    this.maxFile = Math.toIntExact(Math.min(maxFile.bytes(), Integer.MAX_VALUE - 1L));
  }

  @Override
  public void go(Trip trip) throws Exception {
    var visit = new Visit(trip);
    tree.each(trip, visit::file);
  }

  private final class Visit {
    private final Trip trip;
    private final Definition definition;
    private final Patterns patterns;
    private final String top;
    private int files;

    Visit(Trip trip) {
      this.trip = trip;
      this.definition = trip.source().definition();
      this.patterns = Patterns.of(definition);
      this.top = definition.folder().replaceAll("^/+|/+$", "");
    }

    void file(Entry entry) throws Exception {
      trip.check();
      var path = below(entry.path());
      if (path.isEmpty() || trip.isDone(path.get())) {
        return;
      }
      if (++files > definition.limits().pages()) {
        throw new EndOfTrip.Reached(Limit.PAGES);
      }
      trip.listed(files);
      var before = trip.known(path.get());
      if (before.isPresent() && entry.tag() != null && entry.tag().equals(before.get().etag())) {
        trip.same(before.get());
        return;
      }
      try {
        read(path.get(), entry);
      } catch (IOException unreadable) {
        trip.fail(
            path.get(), path.get(), "file_unreadable", String.valueOf(unreadable.getMessage()));
      }
    }

    /// The path below the folder that is wanted; empty for files that are not.
    private Optional<String> below(String whole) {
      if (!top.isEmpty() && !whole.startsWith(top + "/")) {
        return Optional.empty();
      }
      var path = top.isEmpty() ? whole : whole.substring(top.length() + 1);
      var parts = List.of(path.split("/", -1));
      var hidden = parts.stream().anyMatch(part -> part.startsWith(".") || NEVER.contains(part));
      var wanted =
          path.length() <= LONGEST_PATH
              && path.chars().noneMatch(Character::isISOControl)
              && ReadableNames.has(path)
              && patterns.admit("/" + path);
      return hidden || !wanted ? Optional.empty() : Optional.of(path);
    }

    private void read(String path, Entry entry) throws Exception {
      if (entry.size() > maxFile) {
        tooLarge(path);
        return;
      }
      byte[] content;
      try {
        content = entry.content().read(maxFile + 1);
      } catch (RuntimeException failure) {
        if (failure instanceof Problem problem) {
          trip.fail(path, path, problem);
          return;
        }
        throw failure;
      }
      if (content.length > maxFile) {
        tooLarge(path);
        return;
      }
      trip.spend(content.length);
      take(path, entry, content);
    }

    private void take(String path, Entry entry, byte[] content) throws Exception {
      var settings = PageSettings.of(path, content);
      if (settings.draft()) {
        trip.skip(path, path, "draft");
        return;
      }
      var url = PublishedAddress.of(definition, path, settings).orElse(null);
      trip.take(
          new Found(
              path,
              trip.source().name() + "/" + path,
              url,
              null,
              content,
              entry.tag(),
              entry.edition(),
              fingerprint(String.valueOf(url), content),
              List.of()));
    }

    private void tooLarge(String path) throws Exception {
      trip.fail(path, path, "file_too_large", "The file is larger than " + maxFile + " bytes.");
    }
  }

  private static byte[] fingerprint(String url, byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(url.getBytes(StandardCharsets.UTF_8));
      return digest.digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
