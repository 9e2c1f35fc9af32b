package uk.frith.platform.portal.signs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.signs.DigestRules.Count;
import uk.frith.platform.portal.signs.DigestRules.Words;

/** The codes of the demonstration: read and answered by passers-by, one of them damaged, and a month that the council was told. */
@Component
class DemonstrationSigns implements DemonstrationPart {

    private static final int AFTER_THE_REPORTS = 36;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String SAFE = "How safe do you feel here?";
    private static final String CLEAN = "How clean is it here?";

    private static final List<Code> CODES = List.of(
            new Code(
                    "Mill Lane gate",
                    SignKind.GATE,
                    "Where the path to the allotments leaves Mill Lane",
                    List.of(4, 3, 4, 2, 5),
                    List.of(
                            "Bikes come through here fast after school.",
                            "The light by the gate is out.",
                            "Much better since the patrols."),
                    Optional.of("The council mended the lock and cut the hedge back; we walk past every evening."),
                    false),
            new Code(
                    "Station Road shelter",
                    SignKind.BUS_SHELTER,
                    "Stop towards the hospital",
                    List.of(2, 1, 2, 3, 2, 1),
                    List.of(
                            "Broken glass on the seats again.",
                            "A group drinks here until the last bus, I wait at the next stop.",
                            "My daughter won't wait here alone."),
                    Optional.of("Officers are here on Friday and Saturday evenings until the end of the year."),
                    false),
            new Code(
                    "Weavers' Park swings",
                    SignKind.PARK,
                    "Beside the swings",
                    List.of(3, 4),
                    List.of("Needles behind the hut."),
                    Optional.empty(),
                    true));

    private static final List<Count> TOLD_COUNTS = List.of(
            new Count("Mill Lane gate", SAFE, Optional.of(14L), Optional.of(3.1)),
            new Count("Mill Lane gate", CLEAN, Optional.of(13L), Optional.of(3.6)),
            new Count("Station Road shelter", SAFE, Optional.of(22L), Optional.of(1.9)));

    private static final List<Words> TOLD_WORDS = List.of(
            new Words(new UUID(0, 1), "Station Road shelter", "The bin is never emptied and people sit on the bags."),
            new Words(new UUID(0, 2), "Station Road shelter", "No light at all after ten."));

    private final DemonstrationDesk people;
    private final Desk desk;
    private final PublicReports reports;
    private final SignRepository repository;
    private final DigestRepository digests;
    private final SignCodes codes;
    private final InstantSource clock;

    DemonstrationSigns(
            DemonstrationDesk people,
            Desk desk,
            PublicReports reports,
            SignRepository repository,
            DigestRepository digests,
            SignCodes codes,
            InstantSource clock) {
        this.people = people;
        this.desk = desk;
        this.reports = reports;
        this.repository = repository;
        this.digests = digests;
        this.codes = codes;
        this.clock = clock;
    }

    /** A code, how safe passers-by feel there, what they write, and what was done. */
    private record Code(
            String name,
            SignKind kind,
            String place,
            List<Integer> safe,
            List<String> said,
            Optional<String> news,
            boolean damaged) {}

    @Override
    public int order() {
        return AFTER_THE_REPORTS;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        for (Code code : CODES) {
            people.as(Role.NEIGHBOURHOOD_OFFICER, () -> put(code)).ifPresent(up -> pass(up, code));
        }
        people.as(
                Role.SUPERVISOR,
                () -> desk.audited(
                        this::tell,
                        sent -> Entry.of(
                                        sent.isPresent() ? Act.DISCLOSURE : Act.CONSULTATION,
                                        FeedbackPages.SUBJECT,
                                        FeedbackPages.TO_SHARE)
                                .about(sent.map(UUID::toString).stream().toList())
                                .showing(List.of("answers", "words"))));
    }

    /** Its code; empty when it stands already. */
    private Optional<String> put(Code code) {
        return desk.audited(
                () -> {
                    boolean stands = repository.all(SignPages.SHOWN, clock.instant()).stream()
                            .anyMatch(sign -> sign.name().equals(code.name()));
                    if (stands) {
                        return Optional.<String>empty();
                    }
                    String letters = codes.next();
                    SignRules.Typed typed = new SignRules.Typed(
                            code.name(), code.kind().name(), code.place(), "", "", SAFE + "\n" + CLEAN);
                    UUID id = repository.add(
                            people.actor().organisation(),
                            letters,
                            typed,
                            Optional.empty(),
                            people.actor().account());
                    code.news()
                            .ifPresent(text ->
                                    repository.addNews(id, text, people.actor().account()));
                    return Optional.of(letters);
                },
                done -> Entry.of(Act.COLLECTION, "sign", SignPages.TO_KEEP));
    }

    /** Passers-by read it, and say how it is. */
    private void pass(String letters, Code code) {
        reports.audited(
                () -> {
                    code.safe().forEach(score -> {
                        repository.read(letters);
                        repository.tell(letters, 1, score, null);
                        repository.tell(letters, 2, Math.min(5, score + 1), null);
                    });
                    code.said().forEach(words -> repository.tell(letters, 1, null, words));
                    return code.damaged() && repository.isDamaged(letters);
                },
                done -> Entry.of(Act.COLLECTION, "sign", HerePages.TO_SAY));
    }

    /** What was said in the month before is told to the council, once. */
    private Optional<UUID> tell() {
        YearMonth month =
                YearMonth.from(LocalDate.ofInstant(clock.instant(), LONDON)).minusMonths(1);
        return digests.all(1).isEmpty()
                ? digests.partners().stream()
                        .findFirst()
                        .flatMap(council -> digests.send(
                                people.actor().organisation(),
                                people.actor().organisationName(),
                                council,
                                month,
                                people.actor().account(),
                                TOLD_COUNTS,
                                TOLD_WORDS))
                : Optional.empty();
    }
}
