package dev.parley.cli;

/// The page that `--help` prints.
final class Usage {
  static final String PAGE =
      """
      Parley answers questions from your own documents.

      parley [serve]               start the server on http://localhost:8000
      parley ingest PATH|URL…      send files, folders or web pages and wait until they are read
      parley ask QUESTION          print the answer as it is written, then its sources
          --json                     print the whole answer as JSON
      parley search WORDS          print the passages that fit
          --mode hybrid|text|vectors how to look for them (hybrid)
          --limit N                  how many at most, 1 to 50 (8)
      parley eval FOLDER           measure the search: on questions with known answers (corpus.jsonl,
                                   queries.jsonl, qrels.tsv), or on documents, whose headings are
                                   asked for; in every mixture of
          --weights 0.3,0.5          shares of the vectors (0.5)
          --candidates 50,100        how many passages words and vectors propose (100)
          --tokens 200,400           how long passages are at most
          --chart FILE.svg           draw a chart as well
      parley migrate               bring the database to the newest version
      parley rollback [VERSION]    take the database back to a version, or by one
      parley reseal                seal with the first key of ENCRYPTION_KEY what older ones have
                                   sealed; with SEAL_MESSAGES=true conversations too
      parley audit verify [ANCHOR…]
                                   check that the audit log is as it was written; an anchor is what
                                   a line "audit anchor" of the server's log says
      parley usage rebuild         make the figures of usage anew from the ledger
      parley config check          look for faults in the configuration
      parley --version             print the version
      parley --help                print this page

      parley stands for java -jar parley.jar.

      ingest, ask and search talk to a running server:
        PARLEY_URL   its address (http://localhost:8000). When none is set and nothing runs there,
                     the command starts a server for itself and stops it afterwards.
        PARLEY_KEY   an API key; not needed on the machine itself in development
        NO_COLOR     set to anything to print without colours

      Exit codes: 0 done, 1 failed, 2 wrong use, 78 wrong configuration.
      """;

  private Usage() {}
}
