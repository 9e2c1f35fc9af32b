package uk.frith.platform.reports.rulebook;

import java.time.InstantSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;

/**
 * Keeps the book that ships with this version of Frith when it first starts, so that a reading made with it can be explained
 * when a later version ships another.
 */
@Component
class ShippedEdition implements SmartLifecycle {

    private final EditionRepository editions;
    private final Shelf shelf;
    private final ServiceDesk services;
    private final Desk desk;
    private final InstantSource clock;
    private final boolean serves;
    private volatile boolean running;

    ShippedEdition(
            EditionRepository editions,
            Shelf shelf,
            ServiceDesk services,
            Desk desk,
            InstantSource clock,
            ApplicationContext application) {
        this.editions = editions;
        this.shelf = shelf;
        this.services = services;
        this.desk = desk;
        this.clock = clock;
        this.serves = application instanceof WebApplicationContext;
    }

    @Override
    public void start() {
        running = true;
        services.as(ServiceActor.BACKGROUND, "rules that ship", this::keep);
    }

    private boolean keep() {
        BookFiles files = BookFiles.shipped();
        boolean known = desk.unaudited(
                        "asks whether what ships is kept already", () -> editions.shipped(files.digest()))
                .isPresent();
        if (!known) {
            desk.audited(
                    Entry.of(Act.COLLECTION, "rules", "to keep the rules that ship")
                            .with("edition", shelf.shipped().version()),
                    () -> {
                        editions.addShipped(shelf.shipped().version(), files, clock.instant());
                        return files;
                    });
        }
        return known;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return serves;
    }
}
