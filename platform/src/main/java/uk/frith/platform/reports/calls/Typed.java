package uk.frith.platform.reports.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the fields of the screen, exactly as it was typed.
 *
 * @param part how the caller is concerned, as {@code VICTIM}
 * @param affected who else is affected, one to a line: name, then a comma, then how to reach them
 * @param evidence what was offered, one to a line
 * @param category the handler's own choice; empty leaves it to the rules
 * @param grade likewise
 * @param follows the earlier incident that this belongs to, as {@code FOLLOW_UP:} and its id
 * @param asked the questions that were asked, by their ids with blanks between
 * @param reported when the organisation first heard of it, if that was before this call
 * @param answers what was answered to the questions of first contact, as {@link FirstContact#written}
 */
record Typed(
        String phone,
        String name,
        String part,
        String location,
        String account,
        String affected,
        String evidenceKind,
        String evidence,
        String heldBy,
        String wishes,
        String category,
        String grade,
        String follows,
        String asked,
        String reported,
        String answers) {

    /** What the fields of the questions of first contact begin with. */
    static final String ANSWER = "first-";

    /** Two fields that a handler would want to see when two windows differ, by the labels of the screen. */
    record Differing(String label, String here, String there) {
        @Override
        public String toString() {
            return "Differing[" + label + "]";
        }
    }

    /** From a form's fields; one that wasn't sent is empty. The keys for a follow-up and for a question add to theirs. */
    static Typed of(Map<String, String> sent) {
        return new Typed(
                sent.getOrDefault("phone", ""),
                sent.getOrDefault("name", ""),
                sent.getOrDefault("part", ""),
                sent.getOrDefault("location", ""),
                sent.getOrDefault("account", ""),
                sent.getOrDefault("affected", ""),
                sent.getOrDefault("evidenceKind", ""),
                sent.getOrDefault("evidence", ""),
                sent.getOrDefault("heldBy", ""),
                sent.getOrDefault("wishes", ""),
                sent.getOrDefault("category", ""),
                sent.getOrDefault("grade", ""),
                sent.getOrDefault("follow", sent.getOrDefault("follows", "")),
                Stream.of(sent.getOrDefault("asked", ""), sent.getOrDefault("ask", ""))
                        .flatMap(ids -> Stream.of(ids.split("\\s+", -1)))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                sent.getOrDefault("reported", ""),
                FirstContact.written(sent.entrySet().stream()
                        .filter(field -> field.getKey().startsWith(ANSWER))
                        .collect(Collectors.toMap(
                                field -> field.getKey().substring(ANSWER.length()), Map.Entry::getValue))));
    }

    /** Without control characters that the database refuses and without more than it holds. */
    Typed fitting() {
        return new Typed(
                cut(phone, 1_000),
                cut(name, 1_000),
                cut(part, 40),
                cut(location, 5_000),
                cut(account, 4_000_000),
                cut(affected, 20_000),
                cut(evidenceKind, 40),
                cut(evidence, 5_000),
                cut(heldBy, 1_000),
                cut(wishes, 20_000),
                cut(category, 40),
                cut(grade, 40),
                cut(follows, 100),
                cut(asked, 4_000),
                cut(reported, 40),
                FirstContact.written(FirstContact.read(answers)));
    }

    private static String cut(String text, int most) {
        String storable = text.replace("\0", "");
        return storable.length() <= most ? storable : storable.substring(0, most);
    }

    /** The same with other answers to the questions of first contact. */
    Typed answering(Map<String, String> given) {
        return with(account, follows, FirstContact.written(given));
    }

    /** The same with what was told since, and as a follow-up of what it has become by itself. */
    Typed with(ToldMeanwhile.Meanwhile since) {
        return with(
                since.words().isEmpty() ? account : account + "\n" + since.words(),
                follows.isBlank()
                        ? since.incident().map(id -> CallRules.FOLLOW_UP + id).orElse("")
                        : follows,
                answers);
    }

    private Typed with(String whole, String following, String answered) {
        return new Typed(
                phone,
                name,
                part,
                location,
                whole,
                affected,
                evidenceKind,
                evidence,
                heldBy,
                wishes,
                category,
                grade,
                following,
                asked,
                reported,
                answered);
    }

    boolean wasAsked(String question) {
        return Stream.of(asked.split(" ", -1)).anyMatch(question::equals);
    }

    /** The fields in which another window's typing differs from this one's. */
    List<Differing> differing(Typed other) {
        List<Differing> found = new ArrayList<>();
        compare(found, "Caller's number", phone, other.phone);
        compare(found, "Caller's name", name, other.name);
        compare(found, "Place", location, other.location);
        compare(found, "What is happening", account, other.account);
        compare(found, "Who else is affected", affected, other.affected);
        compare(found, "Evidence offered", evidence, other.evidence);
        compare(found, "Who has it", heldBy, other.heldBy);
        compare(found, "What the victim wants", wishes, other.wishes);
        compare(found, "Answers about the risk", answers, other.answers);
        return found;
    }

    private static void compare(List<Differing> found, String label, String here, String there) {
        if (!here.lines().toList().equals(there.lines().toList())) {
            found.add(new Differing(label, here, there));
        }
    }

    @Override
    public String toString() {
        return "Typed";
    }
}
