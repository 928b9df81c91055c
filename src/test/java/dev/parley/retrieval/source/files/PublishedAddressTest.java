package dev.parley.retrieval.source.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.retrieval.source.kept.Definition;
import dev.parley.retrieval.source.kept.Source.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PublishedAddressTest {
  private static final String SITE = "https://a.example/docs";

  @Test
  void pagesStandWhereTheSiteMakesThem() {
    assertEquals("https://a.example/docs/", at("_index.md", ""));
    assertEquals("https://a.example/docs/start/", at("start/README.md", ""));
    assertEquals("https://a.example/docs/start/first%20steps/", at("start/first steps.mdx", ""));
    assertEquals("https://a.example/docs/paper.pdf", at("paper.pdf", ""));
    assertEquals("https://a.example/docs/a/", at("a/index.html", ""));
  }

  @Test
  void frontMatterHasTheLastWord() {
    assertEquals("https://a.example/hello/", at("x.md", "---\nurl: /hello/\n---\n"));
    assertEquals("https://a.example/docs/guide/new/", at("guide/x.md", "---\nslug: new\n---\n"));
    assertEquals("https://a.example/docs/top", at("guide/x.md", "+++\nslug = \"/top\"\n+++\n"));
  }

  @Test
  void noFileSendsAnybodyToAnotherServer() {
    assertEquals("https://a.example/b.example/x", at("x.md", "---\nurl: //b.example/x\n---\n"));
    assertEquals("https://a.example/a%7Bb%7D%7Cc/", at("x.md", "---\nurl: /a{b}|c/\n---\n"));
    assertEquals("https://a.example/docs/x/", at("x.md", "---\nurl: https://b.example/\n---\n"));
    assertEquals("https://a.example/docs//b", at("x.md", "---\nslug: //b\n---\n"));
  }

  @Test
  void repositoriesShowTheirFiles() {
    var archive = definition("https://github.com/o/r/archive/refs/heads/main.tar.gz", "docs", "");

    assertEquals(
        "https://github.com/o/r/blob/main/docs/a.md",
        PublishedAddress.of(archive, "a.md", PageSettings.of("a.md", new byte[0])).orElseThrow());
  }

  private static String at(String path, String content) {
    return PublishedAddress.of(
            definition("https://a.example/x.zip", "", SITE),
            path,
            PageSettings.of(path, content.getBytes(UTF_8)))
        .orElseThrow();
  }

  private static Definition definition(String address, String folder, String published) {
    return new Definition(
        Kind.ARCHIVE,
        address,
        folder,
        "",
        "",
        published,
        List.of(),
        List.of(),
        false,
        new Definition.Limits(1, 1, 1, 1, 0));
  }
}
