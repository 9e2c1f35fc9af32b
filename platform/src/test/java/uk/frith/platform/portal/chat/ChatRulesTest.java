package uk.frith.platform.portal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.frith.narrative.Account;
import uk.frith.narrative.AccountReader;
import uk.frith.narrative.RuleBook;
import uk.frith.platform.portal.chat.ChatRules.Weighed;
import uk.frith.platform.portal.dialogue.Conversations.Line;
import uk.frith.platform.reports.recording.Grade;
import uk.frith.platform.reports.recording.Heard;
import uk.frith.platform.reports.recording.NewReport;

class ChatRulesTest {

    private static final Instant BEGAN = Instant.parse("2026-03-01T20:10:00Z");
    private static final AccountReader READER = new AccountReader(RuleBook.shipped());

    private static Talk talk(int number, int seconds, String first, Line... lines) {
        return new Talk(
                new UUID(0, number),
                new UUID(1, 1),
                BEGAN.plusSeconds(seconds),
                BEGAN.plusSeconds(seconds),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                first,
                List.of(lines));
    }

    private static Line line(boolean byStaff, String text) {
        return new Line(UUID.randomUUID(), byStaff, byStaff ? "PC Example" : "", BEGAN, text, true);
    }

    private static Weighed weighed(Talk talk, Grade grade) {
        return new Weighed(
                talk,
                new Heard(READER.read(new Account(talk.first(), List.of())), grade, List.of("As it is told."), "1"));
    }

    @Test
    void the_most_urgent_is_answered_first_and_then_whoever_has_waited_longest() {
        Weighed longest = weighed(talk(1, 0, "Loud music"), Grade.SCHEDULED);
        Weighed urgent = weighed(talk(2, 60, "He is at the door with a knife"), Grade.IMMEDIATE);
        Weighed later = weighed(talk(3, 90, "He is at the door with a knife"), Grade.IMMEDIATE);
        assertThat(ChatRules.inOrder(List.of(longest, later, urgent))).containsExactly(urgent, later, longest);
    }

    @Test
    void a_grave_chat_counts_twice_and_whoever_has_none_can_always_answer() {
        Weighed grave = weighed(
                talk(1, 0, "My neighbour punched me in the face last night and broke my nose."), Grade.IMMEDIATE);
        Weighed light = weighed(talk(2, 0, "There is an old sofa in the alley."), Grade.IMMEDIATE);
        assertThat(ChatRules.isGrave(grave.heard().findings())).isTrue();
        assertThat(ChatRules.load(List.of(grave, light))).isEqualTo(3);
        assertThat(ChatRules.canAnswer(0, grave.talk(), grave.heard(), 1)).isTrue();
        assertThat(ChatRules.canAnswer(2, grave.talk(), grave.heard(), 3)).isFalse();
        assertThat(ChatRules.canAnswer(2, light.talk(), light.heard(), 3)).isTrue();
    }

    @Test
    void a_talk_is_written_down_in_turns_and_first_words_alone_as_they_are() {
        assertThat(ChatRules.transcript(talk(1, 0, "Loud music\nagain"))).isEqualTo("Loud music\nagain");
        Talk answered = talk(1, 0, "Loud music\nagain", line(true, "Since when?"), line(false, "May"));
        assertThat(ChatRules.transcript(answered))
                .isEqualTo("Visitor: Loud music again\nAgent: Since when?\nVisitor: May");
    }

    @Test
    void what_was_asked_is_not_suggested_again() {
        Talk asked = talk(1, 0, "Loud music", line(true, "Thanks. Where is it happening?"));
        assertThat(ChatRules.unasked(List.of("Where is it happening?", "What is your name?"), asked))
                .containsExactly("What is your name?");
    }

    @Test
    void the_mark_changes_with_every_thing_that_is_new_to_see() {
        Talk talk = talk(1, 0, "Loud music");
        Talk more = talk(1, 0, "Loud music", line(false, "Still"));
        Talk over = new Talk(
                talk.report(),
                talk.organisation(),
                BEGAN,
                BEGAN,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(BEGAN),
                false,
                talk.first(),
                List.of());
        Talk answered = new Talk(
                talk.report(),
                talk.organisation(),
                BEGAN,
                BEGAN,
                Optional.of(new UUID(2, 2)),
                true,
                Optional.empty(),
                Optional.empty(),
                false,
                talk.first(),
                List.of());
        assertThat(Stream.of(talk, more, over, answered).map(Talk::mark)).doesNotHaveDuplicates();
        assertThat(Stream.of(talk, more, over, answered).map(each -> ChatRules.staffMark(each, BEGAN)))
                .doesNotHaveDuplicates();
        assertThat(ChatRules.staffMark(talk, BEGAN.plusSeconds(60))).isNotEqualTo(ChatRules.staffMark(talk, BEGAN));
        assertThat(ChatRules.hasGone(talk, BEGAN.plusSeconds(10))).isFalse();
        assertThat(ChatRules.hasGone(talk, BEGAN.plusSeconds(60))).isTrue();
    }

    @Test
    void only_what_a_mark_does_not_count_is_new() {
        Line first = line(false, "Still");
        Line second = line(true, "Where?");
        Talk talk = talk(1, 0, "Loud music", first, second);
        assertThat(talk.since(talk(1, 0, "Loud music").mark())).containsExactly(first, second);
        assertThat(talk.since(talk(1, 0, "Loud music", first).mark())).containsExactly(second);
        assertThat(talk.since(talk.mark())).isEmpty();
        assertThat(talk.since("-5x")).hasSize(2);
        assertThat(talk.since("99999999999-on")).hasSize(2);
    }

    @Test
    void no_transcript_is_longer_than_a_record_holds() {
        String longest = ChatRules.fitting("a".repeat(NewReport.LONGEST_ACCOUNT + 1));
        assertThat(longest).hasSize(NewReport.LONGEST_ACCOUNT).endsWith("The rest stands with the online report.");
        assertThat(ChatRules.fitting("as it is")).isEqualTo("as it is");
    }

    @Test
    void a_line_of_nothing_but_blanks_is_read_at_once() {
        Talk talk = talk(1, 0, "Loud music", line(false, " \n".repeat(1_000) + "again" + " \n".repeat(1_000)));
        assertThat(ChatRules.transcript(talk)).isEqualTo("Visitor: Loud music\nVisitor: again");
    }
}
