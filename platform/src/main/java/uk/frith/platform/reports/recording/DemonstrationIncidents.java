package uk.frith.platform.reports.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.AreaKind;
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.reports.recording.HandlingRepository.Colleague;
import uk.frith.platform.reports.recording.HandlingRepository.Owner;
import uk.frith.platform.reports.recording.NewReport.Follows;
import uk.frith.platform.reports.recording.NewReport.LinkKind;

/**
 * The incidents of the demonstration: its supervisor says which team has which area, its people take down what is told, and
 * deal with most of it. What is told online comes by the portal.
 */
@Component
class DemonstrationIncidents implements DemonstrationPart {

    private static final int AFTER_THE_TEAMS = 20;

    /** So many wards have no team yet, so that some incidents are nobody's. */
    private static final int WARDS_WITHOUT_A_TEAM = 3;

    private final DemonstrationDesk people;
    private final DemonstrationHandling dealing;
    private final Desk desk;
    private final Recorder recorder;
    private final HandlingRepository handlings;
    private final CodeRepository codes;
    private final Places places;

    DemonstrationIncidents(
            DemonstrationDesk people,
            DemonstrationHandling dealing,
            Desk desk,
            Recorder recorder,
            HandlingRepository handlings,
            CodeRepository codes,
            Places places) {
        this.people = people;
        this.dealing = dealing;
        this.desk = desk;
        this.recorder = recorder;
        this.handlings = handlings;
        this.codes = codes;
        this.places = places;
    }

    /** How far people are with an incident. */
    enum Stage {
        /** Nobody has begun. */
        WAITS,
        /** Somebody has been there and goes on with it. */
        GOES_ON,
        CLOSED;

        /** The longer ago it was told, the more is done; a few are forgotten, and so are late. */
        static Stage of(Duration age, int turn) {
            if (age.compareTo(Duration.ofHours(8)) < 0) {
                return WAITS;
            }
            if (age.compareTo(Duration.ofDays(2)) < 0) {
                return turn % 2 == 0 ? WAITS : GOES_ON;
            }
            boolean fresh = age.compareTo(Duration.ofDays(7)) < 0;
            if (turn % (fresh ? 4 : 16) == 0) {
                return WAITS;
            }
            return turn % (fresh ? 4 : 8) == 1 ? GOES_ON : CLOSED;
        }
    }

    @Override
    public int order() {
        return AFTER_THE_TEAMS;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        people.as(
                Role.SUPERVISOR,
                () -> desk.audited(
                        Entry.of(Act.ALTERATION, "allocation", "to say whose the incidents of an area are"),
                        () -> allocate(told)));
        Map<String, UUID> incidents = new HashMap<>();
        take(Role.CALL_HANDLER, "call", told, incidents);
        take(Role.NEIGHBOURHOOD_OFFICER, "officer", told, incidents);
        take(Role.ASB_COORDINATOR, "partner", told, incidents);
        List<UUID> toCallBack = deal(Role.NEIGHBOURHOOD_OFFICER, told, incidents).stream()
                .filter(one -> one.channel().equals("call"))
                .flatMap(one -> Optional.ofNullable(incidents.get(one.id())).stream())
                .toList();
        List<UUID> toTakeOn = deal(Role.ASB_COORDINATOR, told, incidents).stream()
                .flatMap(one -> Optional.ofNullable(incidents.get(one.id())).stream())
                .toList();
        people.as(Role.SUPERVISOR, () -> {
            give(toCallBack, "Control room");
            give(toTakeOn, "Problem-solving team");
            return incidents;
        });
    }

    /** Gives each district a team, and the last one's wards one by one, save a few; nothing when that was done before. */
    private boolean allocate(List<Told> told) {
        UUID organisation = people.actor().organisation();
        List<UUID> teams = teams("neighbourhood team");
        SortedMap<String, SortedSet<String>> wards = new TreeMap<>();
        told.stream().map(Told::lsoaCode).distinct().forEach(code -> {
            List<Area> around = places.around(code).stream()
                    .flatMap(each -> places.find(each).stream())
                    .toList();
            code(around, AreaKind.DISTRICT)
                    .ifPresent(district -> code(around, AreaKind.WARD)
                            .ifPresent(ward -> wards.computeIfAbsent(district, first -> new TreeSet<>())
                                    .add(ward)));
        });
        if (teams.isEmpty()
                || wards.isEmpty()
                || !codes.allocations(organisation).isEmpty()) {
            return false;
        }
        int turn = 0;
        for (String district : wards.headMap(wards.lastKey()).keySet()) {
            codes.allocate(organisation, district, teams.get(turn++ % teams.size()));
        }
        List<String> last = List.copyOf(wards.getOrDefault(wards.lastKey(), new TreeSet<>()));
        for (String ward : last.subList(0, Math.max(0, last.size() - WARDS_WITHOUT_A_TEAM))) {
            codes.allocate(organisation, ward, teams.get(turn % teams.size()));
        }
        return true;
    }

    private static Optional<String> code(List<Area> around, AreaKind kind) {
        return around.stream()
                .filter(area -> area.kind() == kind)
                .map(Area::code)
                .findFirst();
    }

    private List<UUID> teams(String ending) {
        return handlings.teams(people.actor().organisation()).stream()
                .filter(team -> team.name().endsWith(ending))
                .map(Colleague::id)
                .toList();
    }

    /** Somebody takes down what comes their way; the town's number makes a second time the same report. */
    private void take(Role role, String channel, List<Told> told, Map<String, UUID> incidents) {
        people.as(role, () -> {
            told.stream()
                    .filter(one -> one.channel().equals(channel))
                    .forEach(one -> incidents.put(one.id(), take(one, incidents)));
            return incidents;
        });
    }

    private UUID take(Told one, Map<String, UUID> incidents) {
        Optional<Follows> follows =
                one.follows().map(incidents::get).map(before -> new Follows(before, LinkKind.FOLLOW_UP));
        return desk.audited(
                () -> switch (recorder.record(
                        people.actor().organisation(), DemonstrationWords.report(one, turn(one), follows))) {
                    case Taken.Recorded recorded -> recorded.incident();
                    case Taken.Refused refused ->
                        throw new IllegalStateException("What the town told as " + one.id() + " is refused: "
                                + refused.faults().getFirst().field());
                },
                incident -> Entry.of(Act.COLLECTION, "incident", "to take a call down")
                        .about(List.of(incident.toString()))
                        .showing(List.of("account", "caller", "people", "evidence")));
    }

    /** The officer deals with two of three, the co-ordinator with the third; gives those that nobody has begun with. */
    private List<Told> deal(Role role, List<Told> told, Map<String, UUID> incidents) {
        boolean third = role == Role.ASB_COORDINATOR;
        return people.as(role, () -> {
            List<Told> waiting = new ArrayList<>();
            Instant latest =
                    told.stream().map(Told::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
            for (Told one : told) {
                UUID incident = incidents.get(one.id());
                if (incident != null && third == (turn(one) % 3 == 2)) {
                    Stage stage = Stage.of(Duration.between(one.at(), latest), turn(one));
                    if (stage == Stage.WAITS) {
                        waiting.add(one);
                    } else {
                        desk.audited(
                                RecordForms.entry(incident, List.of("owner", "notes", "crimes", "state")),
                                () -> dealing.deal(incident, stage, turn(one)));
                    }
                }
            }
            return waiting;
        });
    }

    /** A number that an incident keeps however many are told. */
    private static int turn(Told told) {
        return Integer.parseInt(told.id().replaceAll("[^0-9]", ""));
    }

    /** Every third that waits goes to a team, which calls back or takes it on. */
    private void give(List<UUID> waiting, String team) {
        Optional<UUID> to = desk.<Optional<UUID>>unaudited(
                "the teams of the asker's own force", () -> teams(team).stream().findFirst());
        for (int i = 0; i < waiting.size() && to.isPresent(); i += 3) {
            UUID incident = waiting.get(i);
            desk.audited(RecordForms.entry(incident, List.of("owner")), () -> {
                boolean others = handlings.lock(incident).orElse(false)
                        && handlings
                                .handling(incident)
                                .filter(handling -> handling.owner().isEmpty())
                                .filter(handling -> !handling.team().equals(to))
                                .isPresent();
                if (others) {
                    recorder.give(incident, new Owner(Optional.empty(), to, "Given by hand"));
                }
                return others;
            });
        }
    }
}
