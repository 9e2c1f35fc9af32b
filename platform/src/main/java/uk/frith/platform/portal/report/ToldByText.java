package uk.frith.platform.portal.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.portal.report.SignPlaces.Spot;

/** A report that is told in one text message at a sign: begun, answered and sent in one piece of work. */
@Service
public class ToldByText {

    /** What brought somebody here; the report's channel follows from it. */
    static final String WHY = "TEXT";

    private final ReportDesk desk;
    private final ReportRepository reports;
    private final Codes codes;
    private final Taking taking;

    ToldByText(ReportDesk desk, ReportRepository reports, Codes codes, Taking taking) {
        this.desk = desk;
        this.reports = reports;
        this.codes = codes;
        this.taking = taking;
    }

    /**
     * What is told.
     *
     * @param phone from which it came: kept as contact and nowhere else
     * @param language in which the reporter is answered
     * @param secret that opens it again, with the code
     */
    public record Told(String phone, String words, String language, String secret) {
        @Override
        public String toString() {
            return "Told";
        }
    }

    /**
     * Tells it.
     *
     * @param along is done with the report's id in the same piece of work
     * @return its return code
     * @throws IllegalStateException when the sign isn't a police force's: then nothing was begun
     */
    public String tell(Spot spot, Told text, Consumer<UUID> along) {
        String token = codes.token();
        String code = codes.code();
        UUID told = desk.audited(
                token,
                () -> {
                    UUID report =
                            reports.start(code, text.secret(), token, text.language(), WHY, Optional.of(spot.id()));
                    reports.keep(Map.of(
                            "what",
                            text.words(),
                            "where",
                            "WORDS",
                            "place",
                            spot.place(),
                            "contact",
                            "YES",
                            "phone",
                            text.phone()));
                    if (!reports.send(spot.organisation(), spot.lsoa())) {
                        throw new IllegalStateException("Only a police force can be told by text message.");
                    }
                    reports.leave();
                    along.accept(report);
                    return report;
                },
                report -> Entry.of(Act.COLLECTION, StartPages.SUBJECT, Drafting.TO_TELL)
                        .about(List.of(report.toString()))
                        .showing(List.of("answers")));
        taking.takeNow(told);
        return code;
    }
}
