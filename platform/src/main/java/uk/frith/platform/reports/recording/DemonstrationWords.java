package uk.frith.platform.reports.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.frith.platform.foundation.identity.DemonstrationPart.Told;
import uk.frith.platform.reports.recording.NewReport.Evidence;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;
import uk.frith.platform.reports.recording.NewReport.Follows;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

/** What the demonstration's people write: reports as they are taken down, and what is done with them. */
final class DemonstrationWords {

    /** The way in by which these reports came; no other report comes by it. */
    static final String SOURCE = "demonstration";

    private static final List<Evidence> EVIDENCE = List.of(
            new Evidence(EvidenceKind.VIDEO, "Film of the door camera, the last two nights", "The caller"),
            new Evidence(EvidenceKind.DIARY, "Diary with dates and times since it began", "The caller"),
            new Evidence(EvidenceKind.PHOTO, "Photos of the damage, taken the next morning", "The caller"),
            new Evidence(EvidenceKind.AUDIO, "Sound recorded through the wall", "The caller"),
            new Evidence(EvidenceKind.MESSAGES, "Messages from a number that isn't known", "The caller's daughter"));

    private static final List<String> WISHES = List.of(
            "That it stops, and that nobody learns who rang",
            "",
            "To be told what is being done",
            "",
            "That somebody speaks to the parents");

    private static final List<String> NOTES = List.of(
            "Went round and listened to the caller; walked the street with them and saw the marks on the fence.",
            "Spoke to three households; two have heard it and will keep a diary.",
            "Nobody about on arrival. Left a card and put the street on the late patrol for the week.",
            "Rang the caller back, talked through what they want and what we can do.");

    private static final List<String> DONE = List.of(
            "The two young people were seen with their parents and signed an acceptable behaviour contract.",
            "The neighbour was warned in writing by the landlord and has kept quiet for ten days.",
            "The council moved the vehicle and cleared the bins; the caller is content.",
            "The street was on the late patrol for two weeks; no more reports, and the caller knows whom to ring.",
            "The tenancy officer and the caller met; a mediator has taken it on and reports back in a month.",
            "The film was looked at and the riders named; their bikes were taken under section 59.");

    private static final List<String> REASONS = List.of(
            "The caller was asked again: nobody was threatened, and nothing was broken",
            "It is the same crime as in the call before this one, and is recorded there",
            "What was thrown was mud; it washed off and left no damage",
            "The words were shouted at nobody in particular, as the film shows");

    private static final List<String> SMALL = List.of(
            "Just kids messing about by the shops. No need to go back.",
            "Neighbour dispute, six of one and half a dozen of the other.",
            "Low level nuisance, the usual call from this address.");

    private static final List<String> ANEW = List.of(
            "Four boys of about 14 kicked the shutter on three evenings; the shopkeeper closes early because of it.",
            "He has banged on the wall each night since Monday; she has slept at her sister's twice.",
            "This is her fifth call in a month. The music goes on until three, and her son misses school.");

    private static final List<Closing> ENDINGS = List.of(
            Closing.ASB_DEALT_WITH, Closing.ADVICE_GIVEN, Closing.ASB_DEALT_WITH, Closing.REFERRED, Closing.NO_TRACE);

    private DemonstrationWords() {}

    /**
     * A report as whoever took it down wrote it.
     *
     * @param turn its place among all, by which those that are alike differ
     */
    static NewReport report(Told told, int turn, Optional<Follows> follows) {
        List<Person> people = new ArrayList<>();
        boolean partner = told.channel().equals("partner");
        people.add(new Person(
                turn % 3 == 0 || partner ? Part.CALLER : Part.VICTIM,
                told.name(),
                told.phone(),
                "",
                partner ? "" : told.location(),
                SpokenTo.SPOKEN_TO));
        if (turn % 4 == 1) {
            people.add(new Person(
                    Part.AFFECTED,
                    "Neighbour of " + told.name(),
                    "",
                    "",
                    "Next door, " + told.location(),
                    turn % 8 == 1 ? SpokenTo.NOT_YET : SpokenTo.SPOKEN_TO));
        }
        return new NewReport(
                SOURCE,
                Optional.of(told.id()),
                switch (told.channel()) {
                    case "officer" -> Channel.OFFICER;
                    case "partner" -> Channel.PARTNER;
                    default -> Channel.CALL;
                },
                told.text(),
                told.at(),
                Optional.empty(),
                new NewReport.Place(told.location(), Optional.of(told.lsoaCode())),
                NewReport.Chosen.NOTHING,
                people,
                turn % 3 == 2 ? List.of(of(EVIDENCE, turn)) : List.of(),
                of(WISHES, turn),
                follows);
    }

    static String note(int turn) {
        return of(NOTES, turn);
    }

    /** What makes it smaller than it is. */
    static String small(int turn) {
        return of(SMALL, turn);
    }

    /** The same, with what was done, to whom and what it does to them. */
    static String anew(int turn) {
        return of(ANEW, turn);
    }

    static String done(int turn) {
        return of(DONE, turn);
    }

    static String reason(int turn) {
        return of(REASONS, turn);
    }

    static Closing ending(int turn) {
        return of(ENDINGS, turn);
    }

    private static <T> T of(List<T> words, int turn) {
        return words.get(turn % words.size());
    }
}
