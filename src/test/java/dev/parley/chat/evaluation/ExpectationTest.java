package dev.parley.chat.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.chat.conversation.Citation;
import dev.parley.chat.evaluation.Expectation.Fault;
import dev.parley.chat.evaluation.Expectation.Fault.Kind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ExpectationTest {
  private static final UUID HANDBOOK = new UUID(7, 7);
  private static final Citation CITED =
      new Citation(
          1, HANDBOOK, 1, "The  Handbook", null, null, null, List.of(), "nine miles", 0, 10, 1);

  @Test
  void wordsAreFoundInAnyCaseAndSpacing() {
    var expected = expect(null, List.of("Nine miles", "straße"), List.of("ten"), false);

    assertEquals(
        List.of(), expected.faults("It shines NINE\n miles, along the Straße.", List.of()));
  }

  @Test
  void whatIsMissingAndWhatIsUnwantedIsNamed() {
    var expected = expect(null, List.of("nine", "blue"), List.of("ten"), false);

    assertEquals(
        List.of(new Fault(Kind.MISSING, "nine"), new Fault(Kind.UNWANTED, "ten")),
        expected.faults("Ten, and blue.", List.of()));
  }

  @Test
  void aDocumentIsKnownByItsTitleOrItsId() {
    assertEquals(List.of(), expect("the handbook").faults("x", List.of(CITED)));
    assertEquals(List.of(), expect(HANDBOOK.toString()).faults("x", List.of(CITED)));
    assertEquals(
        List.of(new Fault(Kind.NOT_CITED, "Handbook")),
        expect("Handbook").faults("x", List.of(CITED)),
        "not by a part of it");
    assertEquals(1, expect("the handbook").faults("x", List.of()).size());
  }

  @Test
  void whereNothingIsKnownNothingIsCited() {
    var expected = expect(null, List.of(), List.of(), true);

    assertEquals(List.of(), expected.faults("I do not know.", List.of()));
    assertEquals(
        List.of(new Fault(Kind.KNOWN, "The  Handbook")), expected.faults("x", List.of(CITED)));
  }

  @Test
  void nothingExpectedIsNothing() {
    assertTrue(expect(null, List.of(), List.of(), false).isEmpty());
    assertTrue(!expect("a").isEmpty());
  }

  private static Expectation expect(String cites) {
    return expect(cites, List.of(), List.of(), false);
  }

  private static Expectation expect(
      @Nullable String cites, List<String> contains, List<String> lacks, boolean unknown) {
    return new Expectation(cites, contains, lacks, unknown);
  }
}
