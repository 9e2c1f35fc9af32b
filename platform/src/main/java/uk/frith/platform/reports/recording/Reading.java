package uk.frith.platform.reports.recording;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.frith.narrative.Account;
import uk.frith.narrative.Findings;
import uk.frith.narrative.OffenceClass;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.reports.rulebook.LiveBook;
import uk.frith.platform.reports.rulebook.RuleBooks;

/** Reads accounts with the rules that hold for an organisation. Called within a piece of work at the desk. */
@Component
class Reading {

    private final RuleBooks books;
    private final Desk desk;

    Reading(RuleBooks books, Desk desk) {
        this.books = books;
        this.desk = desk;
    }

    /** What an account says, in the light of what was told before. */
    Heard hear(UUID organisation, String account, List<Account.Earlier> history) {
        LiveBook live = books.current(organisation);
        Findings findings = live.reader().read(new Account(account, history));
        // In a talk nothing that is told later takes away the danger that was told before.
        GradeRules.Graded graded = GradeRules.mostUrgent(Stream.concat(
                        Stream.of(findings),
                        account.lines()
                                .filter(line -> line.startsWith(NewReport.TELLER))
                                .map(line -> live.reader().read(Account.of(line.substring(NewReport.TELLER.length())))))
                .toList());
        return new Heard(findings, graded.grade(), graded.reasons(), live.version());
    }

    boolean isGoingOn(String words) {
        Findings findings = books.shipped().reader().read(Account.of(words));
        return findings.goingOn() || findings.immediateDanger();
    }

    /** The current offence classes of the asker's organisation, in the order of the offence list. */
    Collection<OffenceClass> offences() {
        return own().book().offences().values();
    }

    /** An offence class by its code; empty when the list doesn't have it. */
    Optional<OffenceClass> offence(String code) {
        return Optional.ofNullable(own().book().offences().get(code));
    }

    private LiveBook own() {
        return desk.actor().map(actor -> books.current(actor.organisation())).orElseGet(books::shipped);
    }
}
