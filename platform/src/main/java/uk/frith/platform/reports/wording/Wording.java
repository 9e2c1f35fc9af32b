package uk.frith.platform.reports.wording;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.frith.narrative.Account;
import uk.frith.narrative.Findings;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.reports.rulebook.RuleBooks;

/** The door of wording. Called within the caller's piece of work at the desk, before what was written is stored. */
@Service
public class Wording {

    private static final String MAKES_IT_SMALL = "writeoff";

    private final RuleBooks books;
    private final Desk desk;
    private final WordingRepository repository;
    private final InstantSource clock;

    Wording(RuleBooks books, Desk desk, WordingRepository repository, InstantSource clock) {
        this.books = books;
        this.desk = desk;
        this.repository = repository;
        this.clock = clock;
    }

    /** What kind of text it is; the same values as the database's list. */
    public enum Text {
        CLOSING("What was done, on closing"),
        NOTE("Note"),
        REFUSAL("Why a crime isn't recorded"),
        PASSED_ON("What is passed on to a partner"),
        ANSWER("Answer to the public");

        private final String words;

        Text(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * What to ask the writer before their words are stored; empty when nothing makes it small, or when they keep it.
     *
     * @param path where it is written, as {@code /incidents/} and an id
     * @param keep whether they were asked and keep their words
     */
    public Optional<String> question(Text text, String path, String said, boolean keep) {
        Actor actor =
                desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in writes."));
        List<String> words =
                books.current(actor.organisation()).reader().read(new Account(said, List.of())).remarks().stream()
                        .filter(remark -> remark.kind().equals(MAKES_IT_SMALL))
                        .map(Findings.Remark::span)
                        .distinct()
                        .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        repository.add(actor, text, path, words, keep, clock.instant());
        return keep ? Optional.empty() : Optional.of(sentence(words));
    }

    private static String sentence(List<String> words) {
        return words.stream().map(each -> "“" + each + "”").collect(Collectors.joining(", "))
                + " may make it smaller than it is. Write what was done, to whom and what it does to them, or keep your"
                + " words";
    }
}
