package uk.frith.platform.reports.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.AsbType;
import uk.frith.platform.reports.recording.Earlier;
import uk.frith.platform.reports.recording.Heard;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

/**
 * What to ask, the question that decides first: danger before anything else, then what the reader of accounts needs to decide,
 * then what the kind of behaviour calls for, then whatever is still missing. It branches by what was told, and what was
 * answered or asked isn't asked again.
 */
final class CallScript {

    /** Fewer words than this say too little to tell what kind it is. */
    private static final int FEWEST_WORDS = 8;

    /** How often something is told of in a year before somebody asks what lies behind it. */
    static final int OFTEN = 3;

    /** One question for each type: what an officer or a council needs most to find it, stop it or see who is harmed. */
    private static final Map<AsbType, String> BY_TYPE = Map.ofEntries(
            Map.entry(AsbType.VEHICLE_ABANDONED, "What is on the number plate, and how long has it stood there?"),
            Map.entry(
                    AsbType.VEHICLE_NUISANCE_OR_INAPPROPRIATE_USE,
                    "Which vehicles: kind, colour, number plate, and which way do they go?"),
            Map.entry(
                    AsbType.ROWDY_OR_INCONSIDERATE_BEHAVIOUR,
                    "How many are they, what do they look like, and what do they say or do to people?"),
            Map.entry(
                    AsbType.ROWDY_OR_NUISANCE_NEIGHBOURS,
                    "Who lives there, who is the landlord, and who has been told?"),
            Map.entry(
                    AsbType.LITTERING_OR_DRUGS_PARAPHERNALIA,
                    "Are there needles or anything else that can hurt somebody, and do children come there?"),
            Map.entry(
                    AsbType.ANIMAL_PROBLEMS, "Whose animal is it, is it loose, and has it hurt or frightened anybody?"),
            Map.entry(AsbType.TRESPASSING, "How did they get in, and are they still there?"),
            Map.entry(AsbType.NUISANCE_CALLS, "What is said, from which number, and how often?"),
            Map.entry(AsbType.STREET_DRINKING, "How many are they, and do they bother people who pass?"),
            Map.entry(
                    AsbType.PROSTITUTION_RELATED_ACTIVITY,
                    "Does anybody seem to be made to do it, watched over or younger than 18?"),
            Map.entry(
                    AsbType.NUISANCE_NOISE,
                    "Can it be heard now, where does it come from, and how often does it happen?"),
            Map.entry(AsbType.BEGGING, "Does anybody make them do it, take the money, or threaten those who pass?"),
            Map.entry(AsbType.MISUSE_OF_FIREWORKS, "Are they aimed at people, animals, homes or vehicles?"));

    private CallScript() {}

    /** A question and its id, by which the draft knows that it was asked. */
    record Question(String id, String words) {}

    /** What the script goes by. */
    record Told(Typed typed, Optional<Heard> heard, List<Earlier> before) {
        @Override
        public String toString() {
            return "Told";
        }
    }

    /** Everything that is still to be asked, first things first; never empty. */
    static List<Question> left(Told told) {
        List<Question> questions = new ArrayList<>();
        Typed typed = told.typed();
        add(questions, "danger", typed.account().isBlank(), "Is anybody hurt or in danger now? What is happening?");
        add(questions, "place", typed.location().isBlank(), "Where is it happening?");
        told.heard()
                .ifPresent(heard -> heard.findings()
                        .questions()
                        .forEach(question -> add(questions, idOf(question), true, question)));
        aboutTheKind(questions, told);
        add(
                questions,
                "same",
                told.before().stream().anyMatch(Earlier::isOfCaller)
                        && typed.follows().isEmpty(),
                "Is it the same person, or the same trouble, as in the earlier reports?");
        add(
                questions,
                "home",
                told.before().size() >= OFTEN,
                "Can you talk freely? Is anybody at home afraid, hurt or controlled by somebody?");
        add(questions, "number", typed.phone().isBlank(), "Which number can you be called back on?");
        add(questions, "name", typed.name().isBlank(), "What is your name? You needn't give it.");
        add(questions, "affected", typed.affected().isBlank(), "Who else is affected?");
        add(
                questions,
                "spoken",
                CallRules.affected(typed.affected()).stream().anyMatch(person -> person.spokenTo() == SpokenTo.NOT_YET),
                "Has each of the others been spoken to, and how can they be reached?");
        add(
                questions,
                "evidence",
                typed.evidence().isBlank(),
                "Has anybody filmed, photographed, recorded or written down any of it?");
        aboutThePerson(questions, told);
        add(questions, "wishes", typed.wishes().isBlank(), "What would you like to happen?");
        questions.removeIf(question -> typed.wasAsked(question.id()));
        if (questions.isEmpty()) {
            questions.add(new Question("", "Is there anything else that I should know?"));
        }
        return questions;
    }

    private static void aboutTheKind(List<Question> questions, Told told) {
        if (told.heard().isEmpty()) {
            return;
        }
        Heard heard = told.heard().get();
        boolean enough = told.typed().account().strip().split("\\s+", FEWEST_WORDS).length >= FEWEST_WORDS;
        boolean unclear = heard.findings().category() == null
                && heard.findings().crimes().isEmpty()
                && told.typed().category().isEmpty();
        add(
                questions,
                "whom",
                enough && unclear,
                "Who is doing it, and is it aimed at somebody, at everybody here, or at the place itself?");
        Optional.ofNullable(heard.findings().type())
                .map(type -> AsbType.valueOf(type.name()))
                .ifPresent(type -> add(
                        questions, "type-" + type.name(), true, BY_TYPE.getOrDefault(type, "What does it look like?")));
        if (heard.findings().category() != null && !heard.findings().repeat()) {
            add(questions, "often", true, "Has it happened before, since when, and how often?");
        }
    }

    private static void aboutThePerson(List<Question> questions, Told told) {
        boolean personal = told.heard()
                .map(heard -> heard.findings().category())
                .filter(category -> AsbCategory.valueOf(category.name()) == AsbCategory.PERSONAL)
                .isPresent();
        boolean known = told.heard().stream()
                .flatMap(heard -> heard.findings().vulnerability().stream())
                .anyMatch(each -> !each.who().equals("suspect"));
        add(
                questions,
                "harder",
                personal && !known,
                "Is there anything, such as an illness, a disability or living alone, that makes it harder to bear?");
    }

    private static void add(List<Question> questions, String id, boolean toAsk, String words) {
        if (toAsk) {
            questions.add(new Question(id, words));
        }
    }

    /** The reader's questions have no ids of their own; the same words are the same question. */
    private static String idOf(String question) {
        return "r" + Integer.toHexString(question.hashCode());
    }
}
