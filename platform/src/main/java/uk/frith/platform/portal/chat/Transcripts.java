package uk.frith.platform.portal.chat;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.portal.dialogue.Conversations;
import uk.frith.platform.portal.report.SaidInATalk;
import uk.frith.platform.reports.calls.ToldMeanwhile;

/** Whole talks, with every line; what one told is recorded as they told it, whoever records it. */
@Component
class Transcripts implements SaidInATalk, ToldMeanwhile {

    private final ChatRepository repository;
    private final Conversations conversations;

    Transcripts(ChatRepository repository, Conversations conversations) {
        this.repository = repository;
        this.conversations = conversations;
    }

    Optional<Talk> find(UUID report) {
        return repository.find(report).map(this::whole);
    }

    Talk whole(Talk talk) {
        return talk.saying(conversations.lines(talk.report()));
    }

    @Override
    public Optional<String> said(UUID report, String first) {
        return find(report).map(ChatRules::transcript).map(ChatRules::fitting);
    }

    @Override
    public Meanwhile since(UUID draft) {
        return repository
                .takenDown(draft)
                .map(drafted -> new Meanwhile(
                        ChatRules.turns(conversations.lines(drafted.report()).stream()
                                .skip(drafted.lines())
                                .toList()),
                        drafted.incident()))
                .orElse(NOTHING);
    }

    @Override
    public boolean goesOn(UUID report) {
        return repository.find(report).filter(Talk::goesOn).isPresent();
    }
}
