package uk.frith.platform.reports.reconciliation;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationFile;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.sheets.Sheets;
import uk.frith.platform.reports.reconciliation.ReconciliationRepository.Export;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Exported;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Here;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Kind;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Pair;

/**
 * The reconciliation of the demonstration: its registrar brings in an export of the pretend crime system, which differs here
 * and there, and has settled one difference.
 */
@Component
class DemonstrationReconciliation implements DemonstrationPart {

    private static final int AFTER_THE_AUDIT = 50;
    private static final int DAYS = 60;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.UK).withZone(ReconciliationRules.LONDON);

    private final DemonstrationDesk people;
    private final Desk desk;
    private final ReconciliationRepository repository;
    private final Sheets sheets;
    private final InstantSource clock;

    DemonstrationReconciliation(
            DemonstrationDesk people,
            Desk desk,
            ReconciliationRepository repository,
            Sheets sheets,
            InstantSource clock) {
        this.people = people;
        this.desk = desk;
        this.repository = repository;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_THE_AUDIT;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        people.as(
                Role.CRIME_REGISTRAR,
                () -> desk.audited(
                        this::reconcile,
                        rows -> Entry.of(Act.COLLECTION, ReconciliationPages.SUBJECT, ReconciliationPages.TO_RECONCILE)
                                .with("rows", Integer.toString(rows))));
    }

    private int reconcile() {
        UUID organisation = people.actor().organisation();
        if (repository.latest(organisation).isPresent()) {
            return 0;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ReconciliationRules.LONDON);
        Export nothing = new Export(List.of(), "", today, 0, 0, today.minusDays(DAYS), today);
        List<List<String>> rows = export(repository.pairs(organisation, nothing));
        bring(rows, today);
        settleOne(organisation);
        return rows.size();
    }

    private void bring(List<List<String>> rows, LocalDate today) {
        String csv = Stream.concat(Stream.of(ReconciliationRules.HEADER), rows.stream())
                .map(row -> row.stream().map(Sheets::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        ReconciliationRules.Reader reader = new ReconciliationRules.Reader(clock.instant());
        Sheets.Sent sent = new Sheets.Sent(
                new DemonstrationFile("crimes.csv", csv.getBytes(StandardCharsets.UTF_8)),
                "Crime system of Frithshire Police",
                today.toString());
        Sheets.Outcome<Exported> outcome = sheets.take(people.actor(), ReconciliationPages.SHEET, sent, reader::read);
        if (outcome instanceof Sheets.Outcome.Taken<Exported> taken) {
            repository.add(taken.id(), people.actor().organisation(), taken.rows(), reader.refused());
        }
    }

    /** Most are the same there; some are missing, of another class or cancelled, and a few stand there alone. */
    private List<List<String>> export(List<Pair> ours) {
        String now = MINUTE.format(clock.instant());
        List<List<String>> rows = new ArrayList<>();
        for (Pair pair : ours) {
            Here crime = pair.here();
            int turn = rows.size() % 8;
            if (crime != null) {
                String at = MINUTE.format(crime.recordedAt());
                if (turn == 3) {
                    rows.add(List.of(
                            String.format(Locale.UK, "CR9%03d/1", rows.size()),
                            crime.incidentReference(),
                            "58A",
                            at,
                            "Open"));
                } else {
                    rows.add(List.of(
                            pair.reference(),
                            crime.incidentReference(),
                            turn == 5 ? other(crime.classCode()) : crime.classCode(),
                            at,
                            turn == 7 ? "No crime" : "Open"));
                }
            }
        }
        rows.add(List.of("CR9998/1", "", "45", now, "Open"));
        rows.add(List.of("CR9999/1", "", "Not known", now, "Open"));
        return rows;
    }

    private static String other(String classCode) {
        return classCode.equals("8N") ? "105A" : "8N";
    }

    private void settleOne(UUID organisation) {
        Optional<Pair> cancelled = repository.latest(organisation).stream()
                .flatMap(export -> repository.pairs(organisation, export).stream())
                .filter(pair -> pair.kind() == Kind.CANCELLED_THERE)
                .findFirst();
        cancelled.ifPresent(pair -> repository.settle(
                organisation,
                pair,
                "Cancelled there by mistake; the bureau opens it again this week",
                clock.instant(),
                people.actor().account()));
    }
}
