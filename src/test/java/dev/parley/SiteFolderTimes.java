package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.SourceWorld.Report;
import dev.parley.platform.time.Stopwatch;
import dev.parley.testkit.SiteServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

/// Goes through a real documentation, made into a site, three times. Run by hand: `mvn test
/// -Dtest=SiteFolderTimes -Dsite.folder=FOLDER`, with a folder of Markdown pages.
final class SiteFolderTimes {
  private static final Pattern FRONT_MATTER = Pattern.compile("(?s)\\A---\\n(.*?)\\n---\\n");
  private static final Pattern TITLE = Pattern.compile("(?m)^title:\\s*\"?(.*?)\"?\\s*$");

  private static final Pattern HEADING = Pattern.compile("<h[1-6] id=\"([^\"]+)\"");
  private static final Duration READING = Duration.ofMinutes(30);
  private static final String DOCUMENTS = "/api/v1/knowledge/documents/";

  @Test
  void aDocumentationStaysInStep() throws IOException {
    var folder = Path.of(System.getProperty("site.folder"));
    try (var world = new SourceWorld(Map.of())) {
      world.patient(READING);
      var pages = publish(world.site(), folder);
      world.site().head("<script src='/app.1.js'></script>");

      var first = timed(world, "first", () -> world.first("Docs", "site", "/docs/", LIMITS));
      assertEquals(pages.size() - first.count("skipped"), first.count("added"), first::counts);

      anchorsAreRight(world, folder);

      world.site().forgetSeen();
      var second = timed(world, "unchanged", () -> world.again(first.source()));
      assertEquals(first.count("added"), second.count("unchanged"));

      world.site().forgetSeen();
      world.site().head("<script src='/app.2.js'></script>");
      change(world.site(), pages.get(10));
      world.site().remove(pages.get(20));
      var third = timed(world, "rebuilt, one changed, one gone", () -> world.again(first.source()));
      assertEquals(
          "0 1 " + (first.count("added") - 2) + " 1",
          third
              .counts()
              .substring(0, third.counts().lastIndexOf(' ', third.counts().lastIndexOf(' ') - 1)));
    }
  }

  private static final String LIMITS = ",\"limits\":{\"pages\":2000,\"depth\":9}";

  /// Every heading that has an id on its page leads there, and nothing around the page was read.
  private static void anchorsAreRight(SourceWorld world, Path folder) throws IOException {
    var watch = Stopwatch.start();
    world.readAll();
    var read = watch.millis();
    var wrong = new TreeSet<String>();
    var right = 0;
    var documents = 0;
    for (var document : world.of(world.site().url())) {
      var path = document.path("url").asText().substring(world.site().url().length());
      var content = world.client().get(DOCUMENTS + document.path("id").asText() + "/content");
      var text = content.json().path("text").asText();
      assertFalse(text.contains("A site of its own") || text.contains("Made with care"), path);
      var found = anchors(content.json().path("blocks"));
      for (var wanted : ids(folder, path)) {
        if (found.remove(wanted)) {
          right++;
        } else {
          wrong.add(path + "#" + wanted);
        }
      }
      documents++;
    }
    System.out.printf(
        "%d documents read in %d ms more; %d anchors right, %d not%n",
        documents, read, right, wrong.size());
    assertEquals(Set.of(), wrong);
  }

  private static List<String> anchors(JsonNode blocks) {
    var anchors = new ArrayList<String>();
    blocks.forEach(block -> {
      if (block.path("kind").asText().equals("heading") && block.has("anchor")) {
        anchors.add(block.path("anchor").asText());
      }
    });
    return anchors;
  }

  /// The ids of the headings of a page, in order.
  private static List<String> ids(Path folder, String path) throws IOException {
    var ids = new ArrayList<String>();
    ids.add("top");
    var page = path.replaceFirst("^/docs/", "").replaceFirst("/$", "");
    for (var file : List.of(page + ".md", page + "/_index.md", "_index.md")) {
      if (Files.exists(folder.resolve(file)) && path(folder, folder.resolve(file)).equals(path)) {
        var found = HEADING.matcher(html(folder.resolve(file)));
        while (found.find()) {
          ids.add(found.group(1));
        }
      }
    }
    return ids;
  }

  private static Report timed(SourceWorld world, String what, Supplier<Report> run) {
    var watch = Stopwatch.start();
    var report = run.get();
    var again = world.site().seen().stream().filter(one -> one.status() == 304).count();
    System.out.printf(
        "%s: %s %s in %d ms, %d requests, %d of them 304; %s%n",
        what,
        report.state(),
        report.counts(),
        watch.millis(),
        world.site().seen().size(),
        again,
        report.codes());
    return report;
  }

  /// Paths of the pages, the first one first.
  private static List<String> publish(SiteServer site, Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      var pages =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .sorted()
              .collect(Collectors.toList());
      assertTrue(pages.size() > 30, "a folder of Markdown pages");
      site.page("/docs/", "Start", "<p>Everything there is.</p>");
      for (var page : pages) {
        site.page(path(folder, page), title(page), html(page));
      }
      return pages.stream().map(page -> path(folder, page)).toList();
    }
  }

  private static String path(Path folder, Path page) {
    var name = folder.relativize(page).toString().replaceFirst("(_index)?\\.md$", "");
    return "/docs/" + (name.endsWith("/") || name.isEmpty() ? name : name + "/");
  }

  private static String title(Path page) throws IOException {
    var title = TITLE.matcher(Files.readString(page));
    return title.find() ? title.group(1) : String.valueOf(page.getFileName());
  }

  private static String html(Path page) throws IOException {
    var text = FRONT_MATTER.matcher(Files.readString(page)).replaceFirst("");
    var tables = List.of(TablesExtension.create());
    var renderer =
        HtmlRenderer.builder()
            .extensions(tables)
            .attributeProviderFactory(_ ->
                (node, _, attributes) -> {
                  if (node instanceof Heading && node.getFirstChild() instanceof Text first) {
                    attributes.put("id", anchor(first.getLiteral()));
                  }
                })
            .build();
    return renderer.render(Parser.builder().extensions(tables).build().parse(text));
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).strip().replaceAll("[^a-z0-9]+", "-");
  }

  private static void change(SiteServer site, String path) {
    site.page(path, "Changed", "<p>Changed by hand, for the sake of the third run.</p>");
  }
}
