package uk.frith.platform.reports.rulebook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.frith.narrative.Findings;

/** The door of the rule book: which rules hold for an organisation now, and where a rule is explained. */
@Service
public class RuleBooks {

    private final EditionRepository editions;
    private final Shelf shelf;
    private final InstantSource clock;

    RuleBooks(EditionRepository editions, Shelf shelf, InstantSource clock) {
        this.editions = editions;
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * The book that an organisation's accounts are read with at this moment: its own edition, or the one that ships. Called
     * within a piece of work at the desk. An edition that takes effect, or is published on another node, holds from the
     * next call.
     */
    public LiveBook current(UUID organisation) {
        return editions.live(organisation, clock.instant())
                .flatMap(
                        edition -> shelf.edition(edition.label(), edition.digest(), () -> editions.files(edition.id())))
                .orElseGet(shelf::shipped);
    }

    /** The book that ships, for what must be there before anybody asks: lists of offence classes, say. */
    public LiveBook shipped() {
        return shelf.shipped();
    }

    /**
     * The page that explains a rule, or the scorecard that suggested a class, as it stood in an edition.
     *
     * @param version the label that a reading kept
     */
    public static String page(String rule, String version) {
        String place = rule.startsWith(Findings.Crime.SUGGESTED)
                ? "scorecard?offence=" + encoded(rule.substring(Findings.Crime.SUGGESTED.length())) + "&"
                : "rule/" + encoded(rule) + "?";
        return "/rules/" + place + "version=" + encoded(version);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether an organisation has rules of its own that can't be used, so that it reads with those that ship. */
    Optional<Edition> unusable(UUID organisation) {
        return editions.live(organisation, clock.instant())
                .filter(edition -> shelf.edition(edition.label(), edition.digest(), () -> editions.files(edition.id()))
                        .isEmpty());
    }

    /** The edition that holds for an organisation and stands on an older book than the one that ships. */
    Optional<Edition> behind(UUID organisation) {
        return editions.live(organisation, clock.instant())
                .filter(edition -> edition.ships()
                        .flatMap(ships -> editions.find(ships, organisation))
                        .filter(ships ->
                                !ships.digest().equals(BookFiles.shipped().digest()))
                        .isPresent());
    }
}
