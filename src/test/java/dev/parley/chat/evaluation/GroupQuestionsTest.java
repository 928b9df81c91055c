package dev.parley.chat.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GroupQuestionsTest {
  @Test
  void theSameWordsInAnyOrderAreOneGroup() {
    var groups =
        GroupQuestions.of(
            List.of(
                asked(1, "How far does the lantern shine?"),
                asked(2, "The lantern: how far does it shine"),
                asked(3, "Who feeds the otters?")),
            Map.of());

    assertEquals(List.of(List.of(1L, 2L), List.of(3L)), ids(groups));
  }

  @Test
  void whatMeansTheSameIsOneGroupWhateverTheWords() {
    var near = new float[] {0.9f, (float) Math.sqrt(1 - 0.81)};
    var groups =
        GroupQuestions.of(
            List.of(asked(1, "a lantern"), asked(2, "otters"), asked(3, "the light of Tarn")),
            Map.of(id(1), new float[] {1, 0}, id(2), new float[] {0, 1}, id(3), near));

    assertEquals(List.of(List.of(1L, 3L), List.of(2L)), ids(groups));
  }

  @Test
  void whatIsWrittenWithoutSpacesIsComparedAsItStands() {
    var groups =
        GroupQuestions.of(
            List.of(asked(1, "灯塔有多远？"), asked(2, "灯塔有多远"), asked(3, "水獭吃什么？")), Map.of());

    assertEquals(List.of(List.of(1L, 2L), List.of(3L)), ids(groups));
  }

  @Test
  void aHundredGroupsAreTold() {
    var all = IntStream.range(0, 150).mapToObj(n -> asked(n, "question number" + n)).toList();

    assertEquals(100, GroupQuestions.of(all, Map.of()).size());
  }

  private static List<List<Long>> ids(List<GroupQuestions.Group> groups) {
    return groups.stream()
        .map(group ->
            group.questions().stream().map(one -> one.id().getLeastSignificantBits()).toList())
        .toList();
  }

  private static AskedQuestion asked(long number, String question) {
    return new AskedQuestion(id(number), question, null, Instant.EPOCH, true, false, null);
  }

  private static UUID id(long number) {
    return new UUID(0, number);
  }
}
