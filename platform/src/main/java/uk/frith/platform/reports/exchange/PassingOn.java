package uk.frith.platform.reports.exchange;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Jobs;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.reports.exchange.DeliveryRepository.AskedOf;
import uk.frith.platform.reports.exchange.DeliveryRepository.Open;
import uk.frith.platform.reports.exchange.DeliveryRepository.Parcel;
import uk.frith.platform.reports.exchange.DeliveryRepository.State;
import uk.frith.platform.reports.exchange.RouteRepository.Endpoint;
import uk.frith.platform.reports.recording.AsOthersSee;
import uk.frith.platform.reports.recording.IncidentRecorded;

/**
 * Passes incidents on to partners' systems by Open311, and asks what became of them. Each is a job in the database that any
 * node takes up; the same one is sent again under the same reference until it is taken, refused or given up.
 */
@Component
class PassingOn extends Jobs {

    private static final String TO_PASS_ON = "to pass an incident on to the partner that deals with such things";

    /** Waits a minute, then twice as long each time: ten tries are seventeen hours, over a night of maintenance. */
    private static final Plan PLAN = new Plan(
            "pass-on",
            "exchange.scheduled_task",
            2,
            Duration.ofSeconds(15),
            Duration.ofSeconds(25),
            10,
            Duration.ofMinutes(1),
            2,
            Optional.of(new Again("ask-back", Duration.ofMinutes(10))));

    /** As many as an address can hold. */
    private static final int MOST_ASKED_AT_ONCE = 50;

    /** More than a partner leaves open for long. */
    private static final int MOST_OPEN = 5_000;

    private static final int LONGEST_DESCRIPTION = 4_000;

    private final DeliveryRepository repository;
    private final PartnerSystem system;
    private final List<AsOthersSee> promises;
    private final ServiceDesk services;
    private final Desk desk;
    private final InstantSource clock;

    PassingOn(
            DeliveryRepository repository,
            PartnerSystem system,
            ObjectProvider<AsOthersSee> promises,
            ServiceDesk services,
            Desk desk,
            InstantSource clock,
            DataSource dataSource,
            ApplicationContext application) {
        super(PLAN, clock, dataSource, application);
        this.repository = repository;
        this.system = system;
        this.promises = promises.stream().toList();
        this.services = services;
        this.desk = desk;
        this.clock = clock;
    }

    /** The partner's system has to wait, and the job with it. */
    static final class PartnerNotReached extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PartnerNotReached(UUID delivery) {
            super("delivery=" + delivery);
        }
    }

    /** Routes what was recorded, in the transaction that recorded it. */
    @EventListener
    void on(IncidentRecorded recorded) {
        repository.addByRoute(recorded.incident(), clock.instant()).ifPresent(this::schedule);
    }

    /** Sends one; throws when it has to be tried again. */
    @Override
    protected void take(UUID id) {
        Optional<Parcel> waiting = services.as(
                ServiceActor.BACKGROUND,
                "pass-on",
                () -> desk.unaudited(
                        "finds what was asked to be sent",
                        () -> repository.parcel(id).map(this::asPromised)));
        if (waiting.isEmpty()) {
            return;
        }
        Parcel parcel = waiting.get();
        AnswerRules.Sent sent =
                services.confined(ServiceActor.EXCHANGE, "delivery=" + id, parcel.organisation(), () -> {
                    // The entry stands before the first byte leaves.
                    Optional<String> secret = desk.audited(
                            Entry.of(Act.DISCLOSURE, "incident", TO_PASS_ON)
                                    .about(List.of(
                                            parcel.incident().toString(),
                                            parcel.partner().toString()))
                                    .showing(
                                            parcel.sharesWords()
                                                    ? List.of("type", "location", "reported_at", "text")
                                                    : List.of("type", "location", "reported_at")),
                            () -> repository.begin(id));
                    AnswerRules.Sent answer = secret.isEmpty()
                            ? new AnswerRules.Sent.Refused("It was taken back")
                            : AnswerRules.sent(system.post(
                                    parcel.endpoint().address(), "requests.xml", form(parcel, secret.get())));
                    desk.unaudited("the sending has its entry", () -> keep(id, answer));
                    return answer;
                });
        if (sent instanceof AnswerRules.Sent.Later) {
            throw new PartnerNotReached(id);
        }
    }

    private Parcel asPromised(Parcel parcel) {
        return promises.stream()
                .flatMap(each -> each.words(parcel.incident(), parcel.text()).stream())
                .findFirst()
                .map(parcel::saying)
                .orElse(parcel);
    }

    private boolean keep(UUID id, AnswerRules.Sent answer) {
        switch (answer) {
            case AnswerRules.Sent.Accepted(String remote) -> repository.sent(id, remote, null, clock.instant());
            case AnswerRules.Sent.Promised(String token) -> repository.sent(id, null, token, clock.instant());
            case AnswerRules.Sent.Refused(String sentence) -> repository.trouble(id, State.REFUSED, sentence);
            case AnswerRules.Sent.Later(String sentence) -> repository.trouble(id, State.WAITING, sentence);
        }
        return true;
    }

    static Map<String, String> form(Parcel parcel, String secret) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("api_key", secret);
        form.put("jurisdiction_id", parcel.endpoint().jurisdiction());
        form.put("service_code", parcel.serviceCode());
        parcel.point().ifPresent(point -> {
            form.put("lat", String.format(Locale.ROOT, "%.6f", point.latitude()));
            form.put("long", String.format(Locale.ROOT, "%.6f", point.longitude()));
        });
        form.put("address_string", parcel.location());
        String what = parcel.type().map(type -> type.words()).orElse("Antisocial behaviour") + ", reported to "
                + parcel.organisationName() + " as " + parcel.reference() + " on "
                + Open311Writer.moment(parcel.reported()) + ".";
        String description = parcel.sharesWords() ? what + "\n\n" + parcel.text() : what;
        form.put(
                "description",
                description.length() <= LONGEST_DESCRIPTION
                        ? description
                        : description.substring(0, LONGEST_DESCRIPTION));
        form.put("attribute[" + Open311Rules.EXTERNAL_ID + "]", parcel.id().toString());
        return form;
    }

    @Override
    protected void giveUp(UUID id) {
        services.as(
                ServiceActor.BACKGROUND,
                "pass-on",
                () -> desk.unaudited("ends a job that can't be done", () -> {
                    repository.trouble(id, State.GIVEN_UP, "It was tried " + PLAN.tries() + " times");
                    return id;
                }));
    }

    /** Asks each partner what became of what was passed on. */
    @Override
    protected void round() {
        List<AskedOf> partners = services.as(
                ServiceActor.BACKGROUND,
                "ask-back",
                () -> desk.unaudited("whom to ask shows nothing of anybody", repository::askedOf));
        for (AskedOf partner : partners) {
            services.confined(
                    ServiceActor.EXCHANGE, "ask-back=" + partner.partner(), partner.organisation(), () -> ask(partner));
        }
    }

    /** What is asked of one partner, with its key. */
    private record Question(List<Open> open, String secret) {
        @Override
        public String toString() {
            return "Question";
        }
    }

    private int ask(AskedOf partner) {
        Question question = desk.unaudited(
                "numbers at the partner's show nothing of anybody",
                () -> new Question(
                        repository.open(partner.partner(), MOST_OPEN), repository.secret(partner.partner())));
        Map<String, String> numbers = promised(partner, question);
        List<String> remotes = Stream.concat(
                        question.open().stream().flatMap(each -> each.remote().stream()), numbers.values().stream())
                .distinct()
                .toList();
        List<AnswerRules.News> news = new ArrayList<>();
        for (int i = 0; i < remotes.size(); i += MOST_ASKED_AT_ONCE) {
            List<String> some = remotes.subList(i, Math.min(remotes.size(), i + MOST_ASKED_AT_ONCE));
            news.addAll(AnswerRules.news(system.get(
                    partner.endpoint().address(),
                    "requests.xml",
                    query(partner.endpoint(), question.secret(), String.join(",", some)))));
        }
        if (news.isEmpty() && numbers.isEmpty()) {
            return 0;
        }
        return desk.audited(
                        () -> {
                            numbers.forEach((token, remote) -> repository.numbered(partner.partner(), token, remote));
                            List<UUID> changed = new ArrayList<>();
                            news.forEach(
                                    each -> changed.addAll(repository.news(partner.partner(), each, clock.instant())));
                            return changed;
                        },
                        changed -> Entry.of(Act.COLLECTION, "delivery", "to see what became of what was passed on")
                                .about(changed.stream()
                                        .limit(Entry.MOST_IDS)
                                        .map(UUID::toString)
                                        .toList())
                                .showing(List.of("status", "notes")))
                .size();
    }

    /** The numbers that have been given meanwhile for tokens. */
    private Map<String, String> promised(AskedOf partner, Question question) {
        return question.open().stream()
                .filter(each -> each.remote().isEmpty())
                .flatMap(each -> each.token().stream())
                .filter(token -> token.matches("[A-Za-z0-9._~-]+"))
                .map(token -> Map.entry(
                        token,
                        AnswerRules.sent(system.get(
                                partner.endpoint().address(),
                                "tokens/" + token + ".xml",
                                query(partner.endpoint(), question.secret(), "")))))
                .filter(each -> each.getValue() instanceof AnswerRules.Sent.Accepted)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> ((AnswerRules.Sent.Accepted) each.getValue()).id(),
                        (one, other) -> one));
    }

    private static Map<String, String> query(Endpoint endpoint, String secret, String ids) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("api_key", secret);
        query.put("jurisdiction_id", endpoint.jurisdiction());
        query.put("service_request_id", ids);
        return query;
    }
}
