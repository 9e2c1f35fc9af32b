package uk.frith.platform.reports.exchange;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.reports.exchange.DeliveryRepository.Passed;
import uk.frith.platform.reports.recording.IncidentPanel;

/** What an incident's page says about partners: from whom it came, and to whom it was passed on. */
@Component
class ExchangePanel implements IncidentPanel {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final ReceivedRepository received;
    private final DeliveryRepository deliveries;
    private final Desk desk;

    ExchangePanel(ReceivedRepository received, DeliveryRepository deliveries, Desk desk) {
        this.received = received;
        this.deliveries = deliveries;
        this.desk = desk;
    }

    /** Something a partner told later. */
    record ToldLine(String when, String status, String words) {
        @Override
        public String toString() {
            return "ToldLine";
        }
    }

    /** To whom it was passed on, and what became of it. */
    record PassedLine(String partner, String state, String what, String news) {
        @Override
        public String toString() {
            return "PassedLine";
        }
    }

    /**
     * The part of the page.
     *
     * @param came from where it came; empty when from nobody's system
     * @param passOn where it can be passed on; empty when the reader may not
     */
    record PartnersPart(String came, List<ToldLine> told, List<PassedLine> passed, String passOn) {
        @Override
        public String toString() {
            return "PartnersPart";
        }
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Panel> of(UUID incident) {
        Optional<ReceivedRepository.Received> came =
                received.ofIncident(incident).stream().findFirst();
        List<Passed> passed = deliveries.ofIncident(incident);
        boolean may = desk.actor()
                .filter(actor -> actor.may(Permission.SEND_TO_PARTNERS))
                .isPresent();
        if (came.isEmpty() && passed.isEmpty() && !may) {
            return Optional.empty();
        }
        return Optional.of(new Panel(
                "reports/exchange/partners-part",
                new PartnersPart(
                        came.map(each -> "It came from a partner's system on " + MOMENT.format(each.received())
                                        + ", where it is called " + each.reference() + ".")
                                .orElse(""),
                        came.map(each -> received.updates(each.id()).stream()
                                        .map(told -> new ToldLine(
                                                MOMENT.format(told.updated()), told.status(), told.description()))
                                        .toList())
                                .orElse(List.of()),
                        passed.stream().map(ExchangePanel::line).toList(),
                        may ? "/pass-on/" + incident : "")));
    }

    private static PassedLine line(Passed passed) {
        String when = passed.sent().map(MOMENT::format).map(sent -> ", " + sent).orElse("");
        String number = passed.remote().isEmpty() ? "" : ", as " + passed.remote();
        return new PassedLine(
                passed.partner(),
                passed.state().words() + when + number,
                passed.sharesWords() ? "Kind, place, time and the account" : "Kind, place and time",
                passed.trouble().isEmpty() ? passed.notes() : passed.trouble());
    }
}
