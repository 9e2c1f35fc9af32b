package uk.frith.platform.reports.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.reports.recording.AsbType;
import uk.frith.platform.reports.recording.Interval;
import uk.frith.platform.reports.recording.NewReport;

/**
 * A report as a partner's system has sent it, checked for its form.
 *
 * @param reference what the sender calls it; empty when the sender gave none
 * @param digest of everything that was sent, to tell the same report from another
 * @param serviceCode as it was sent; empty when none was
 * @param type what the service code means; empty when the reader is to find out
 * @param reportedAt when it was told to the sender; empty when now
 * @param address where, in words; may be empty
 * @param postcode may be empty
 * @param media addresses of pictures and films; they are never fetched
 * @param extra fields that mean nothing here and are kept as they came
 */
record Submission(
        Optional<String> reference,
        String digest,
        String serviceCode,
        Optional<AsbType> type,
        String account,
        Optional<Instant> reportedAt,
        Optional<Interval> occurred,
        String address,
        String postcode,
        Optional<GeoPoint> point,
        List<NewReport.Person> people,
        List<NewReport.Evidence> evidence,
        String wishes,
        List<String> media,
        Map<String, String> extra) {

    Submission {
        people = List.copyOf(people);
        evidence = List.copyOf(evidence);
        media = List.copyOf(media);
        extra = Map.copyOf(extra);
    }

    @Override
    public String toString() {
        return "Submission";
    }
}
