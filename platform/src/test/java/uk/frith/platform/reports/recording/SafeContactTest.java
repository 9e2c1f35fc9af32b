package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeContactTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Never ring me.",
                "Please don't call after six",
                "Do not leave a message!",
                "He reads my phone.",
                "My husband goes through my messages",
                "Don't come to the house in uniform.",
                "please send somebody in plain clothes",
                "Only text, never at night",
                "Text only",
                "It is not safe to ring before nine.",
                "You can call when he is at work",
                "Ring from a withheld number"
            })
    void what_is_said_of_being_reached_safely_is_heard(String sentence) {
        assertThat(SafeContact.said("They shout. " + sentence)).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They never call the police.",
                "We don't ring them any more.",
                "He said do not call the police or else.",
                "I did not call.",
                "The lads come round every night and kick the door.",
                "She has a new phone.",
                "They shout names."
            })
    void what_else_is_told_is_not(String sentence) {
        assertThat(SafeContact.said(sentence)).isEmpty();
    }

    @Test
    void what_was_asked_for_on_the_form_is_shown_whole_and_nothing_twice() {
        assertThat(SafeContact.said(
                        "That it stops\n" + NewReport.SAFELY + "After five. He is out then\nNever ring.",
                        "Never ring."))
                .containsExactly("After five. He is out then", "Never ring.");
        assertThat(SafeContact.said("")).isEmpty();
    }
}
