package uk.frith.platform.reports.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.identity.TodayPanel;
import uk.frith.platform.foundation.pages.Panel;

/** What waits for a registrar: drafts to agree to, and rules of the force that can't be read or have fallen behind. */
@Component
class RegistrarPanel implements TodayPanel {

    private static final int ORDER = 60;
    private static final int MOST_DRAFTS = 20;

    private final RuleBooks books;
    private final BookDraftRepository drafts;

    RegistrarPanel(RuleBooks books, BookDraftRepository drafts) {
        this.books = books;
        this.drafts = drafts;
    }

    /** Something to do, and where. */
    record Waiting(String words, String path) {}

    record RegistrarPart(List<Waiting> waiting) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Panel> of(Actor reader) {
        if (reader.service() || !reader.may(Permission.KEEP_RULES)) {
            return Optional.empty();
        }
        List<Waiting> waiting = new ArrayList<>();
        books.unusable(reader.organisation())
                .ifPresent(edition -> waiting.add(new Waiting(
                        edition.called() + " of your rules can't be read, so accounts are read with those that ship",
                        "/rules")));
        drafts.open(reader.organisation(), MOST_DRAFTS).stream()
                .filter(draft -> draft.state() == Draft.State.SUBMITTED)
                .filter(draft -> !draft.submittedBy().equals(Optional.of(reader.account())))
                .forEach(draft -> waiting.add(
                        new Waiting("A draft of rules waits for a second person", BookDraftForms.path(draft.id()))));
        books.behind(reader.organisation())
                .ifPresent(edition -> waiting.add(new Waiting(
                        "Frith ships with other rules than those that your edition stands on", "/rules/versions")));
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel("reports/rulebook/today", new RegistrarPart(waiting)));
    }
}
