package dev.parley.retrieval.ingest.parse.html;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds the element that holds what a page says, and removes what every page of its site repeats.
final class PageContent {
  private static final String NEVER_TEXT =
      "script, style, noscript, template, svg, canvas, iframe, object, embed, audio, video,"
          + " button, input, select, textarea, dialog";

  private static final String AROUND_TEXT =
      "nav, footer, [role=navigation], [role=banner], [role=contentinfo], [role=search],"
          + " [role=dialog], [role=alertdialog], [hidden], [aria-hidden=true],"
          + " .breadcrumb, .breadcrumbs, .toc, #toc, .table-of-contents, .sidebar,"
          + " a.headerlink, a.hash-link, a.anchor-link, a.anchorjs-link, .mw-editsection,"
          + " .theme-doc-version-badge, .theme-doc-version-banner, .theme-last-updated, .td-page-meta,"
          + " .skip-link, .sr-only, .visually-hidden";

  /// Dropped only where they do not stand inside the content: an article has its own header.
  private static final String OUTSIDE_CONTENT = "header, aside";

  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden");

  private static final Pattern CONSENT =
      Pattern.compile(
          "(cookie|consent|gdpr)[-_]?(banner|bar|box|consent|dialog|message|modal|notice|overlay"
              + "|popup|policy-banner|prompt|wall)|onetrust|cookiebot|cc-window",
          Pattern.CASE_INSENSITIVE);

  /// A main part with less text than this beside a body with much more is not the main part.
  private static final int LITTLE = 200;

  private PageContent() {}

  /// The whole body, without what is never text.
  static Element all(Document page) {
    page.select(NEVER_TEXT).remove();
    return page.body();
  }

  /// The content; it may be empty where a page marks everything as surroundings.
  static Element of(Document page) {
    page.select(NEVER_TEXT).remove();
    page.select(AROUND_TEXT).stream().filter(PageContent::mayGo).forEach(Element::remove);
    page.select("[style]").stream()
        .filter(element -> HIDDEN.matcher(element.attr("style")).find())
        .forEach(Element::remove);
    page.select("[id], [class]").stream()
        .filter(element -> mayGo(element) && isConsent(element))
        .forEach(Element::remove);
    var main = main(page);
    if (main.equals(page.body())) {
      page.select(OUTSIDE_CONTENT).stream()
          .filter(element -> element.closest("article, section") == null)
          .forEach(Element::remove);
    }
    return main;
  }

  /// A class on the whole page, such as `has-sidebar toc`, says nothing about its text.
  private static boolean mayGo(Element element) {
    return switch (element.normalName()) {
      case "html", "body", "main", "article" -> false;
      default -> true;
    };
  }

  private static boolean isConsent(Element element) {
    return CONSENT
        .matcher(element.id() + " " + element.className().toLowerCase(Locale.ROOT))
        .find();
  }

  private static Element main(Document page) {
    var body = page.body();
    var main = page.selectFirst("main, [role=main]");
    var articles = page.select("article");
    if (main == null && articles.size() == 1) {
      main = articles.first();
    }
    if (main == null) {
      return body;
    }
    var size = main.text().length();
    return size < LITTLE && body.text().length() > 5 * Math.max(size, 1) ? body : main;
  }
}
