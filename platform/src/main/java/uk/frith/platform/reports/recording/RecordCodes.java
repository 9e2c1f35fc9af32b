package uk.frith.platform.reports.recording;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.frith.narrative.Certainty;
import uk.frith.platform.foundation.pages.CodeBook;
import uk.frith.platform.reports.recording.CodeRepository.Scheme;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

/** The words of recording's codes. */
@Component
class RecordCodes implements CodeBook {

    private static final String INCIDENT = "recording.incident";
    private static final String HANDLING = "recording.handling";
    private static final String PERSON = "recording.person";
    private static final String EVIDENCE = "recording.evidence";
    private static final String CRIME = "recording.crime";
    private static final String SUGGESTION = "recording.suggestion";

    @Override
    public List<Meaning> meanings() {
        return List.of(
                Meaning.of(INCIDENT, "category", AsbCategory.values(), AsbCategory::words),
                Meaning.of(INCIDENT, "type", AsbType.values(), AsbType::words),
                Meaning.of(INCIDENT, "channel", Channel.values(), Channel::words),
                new Meaning(HANDLING, "state", Map.of("OPEN", "Open", "CLOSED", "Closed")),
                Meaning.of(HANDLING, "grade", Grade.values(), Grade::words),
                Meaning.of(HANDLING, "closing", Closing.values(), Closing::words),
                Meaning.of(HANDLING, "closing_category", AsbCategory.values(), AsbCategory::words),
                new Meaning(HANDLING, "opened_as", openedAs()),
                Meaning.of(HANDLING, "limbs", Limb.values(), Limb::words),
                Meaning.of(HANDLING, "behaviours", Behaviour.values(), Behaviour::words),
                new Meaning(
                        HANDLING,
                        "others",
                        Stream.of(HandlingRepository.Others.values()).collect(toMap(Enum::name, RecordCodes::others))),
                Meaning.of(PERSON, "part", Part.values(), Part::words),
                Meaning.of(PERSON, "spoken_to", SpokenTo.values(), SpokenTo::words),
                Meaning.of(EVIDENCE, "kind", EvidenceKind.values(), EvidenceKind::words),
                Meaning.of(
                        EVIDENCE,
                        "state",
                        ConcernedRepository.EvidenceState.values(),
                        ConcernedRepository.EvidenceState::words),
                Meaning.of("recording.local_code", "scheme", Scheme.values(), Scheme::words),
                Meaning.of(CRIME, "cancelled", Cancelling.values(), Cancelling::words),
                new Meaning(
                        SUGGESTION,
                        "state",
                        Map.of("OPEN", "To be decided", "RECORDED", "Recorded", "REFUSED", "Not recorded")),
                new Meaning(
                        SUGGESTION,
                        "certainty",
                        Stream.of(Certainty.values())
                                .collect(toMap(Enum::name, each -> RecordWords.certainty(each.name())))));
    }

    private static Map<String, String> openedAs() {
        Map<String, String> words = new HashMap<>(Map.of("NOT_ASB", "Not antisocial behaviour"));
        Stream.of(AsbCategory.values()).forEach(category -> words.put(category.name(), category.words()));
        return words;
    }

    private static String others(HandlingRepository.Others others) {
        return switch (others) {
            case NOT_ASKED -> "Not asked";
            case NOBODY -> "Nobody else";
            case SOMEBODY -> "Somebody else";
        };
    }
}
