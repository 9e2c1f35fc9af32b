package uk.frith.platform.reports.integrity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.reports.integrity.LearningRules.Pattern;
import uk.frith.platform.reports.recording.IncidentPanel;

/** The short text of a slip that the reader repeats, where they decide on crimes; gone when they have read it. */
@Component
class TextPanel implements IncidentPanel {

    private static final int EARLY = 5;

    private final Learning learning;
    private final Films films;
    private final Desk desk;

    TextPanel(Learning learning, Films films, Desk desk) {
        this.learning = learning;
        this.films = films;
        this.desk = desk;
    }

    /** The text. */
    record PanelPage(
            String field,
            String title,
            String body,
            String source,
            @Nullable FilmPart film) {}

    @Override
    public int order() {
        return EARLY;
    }

    @Override
    public Optional<Panel> of(UUID incident) {
        Optional<Actor> reader =
                desk.actor().filter(actor -> !actor.service() && actor.may(Permission.RECORD_INCIDENTS));
        return reader.flatMap(actor -> learning.urgent(actor, learning.patterns(actor))
                .flatMap(Pattern::text)
                .map(text -> new Panel(
                        "reports/integrity/text-panel",
                        new PanelPage(
                                text.field().words(),
                                text.title(),
                                text.body(),
                                text.source(),
                                films.of(actor, text.code()).orElse(null)))));
    }
}
