package uk.frith.town;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who tells an account, and how they put it. */
public enum Voice {
    /** Somebody who rings or writes, in plain words. */
    PLAIN("I", "me", "my", "have", "am"),
    /** Somebody who types with a thumb, without capitals and with slips. */
    THUMB("I", "me", "my", "have", "am"),
    /** Somebody who speaks as people there speak. */
    DIALECT("I", "me", "me", "have", "am"),
    /** Turns of a chat with an agent. */
    CHAT("I", "me", "my", "have", "am"),
    /** A call handler's shorthand. */
    LOG("inf", "inf", "inf's", "has", "is"),
    /** A landlord or council officer who passes it on. */
    PARTNER("our tenant", "our tenant", "our tenant's", "has", "is"),
    /** An officer's note. */
    OFFICER("the resident", "the resident", "the resident's", "has", "is");

    private static final List<String> QUESTIONS = List.of(
            "What has happened?",
            "Can you tell me more?",
            "Is it going on now?",
            "How has this affected you?",
            "Anything else?");

    private static final Map<String, String> SHORTHAND = Map.of(
            " and ", " & ",
            " with ", " w/ ",
            "neighbour", "nbr",
            "minutes", "mins",
            "number ", "no ",
            " every ", " ev ",
            "nobody", "no one",
            "tonight", "tonite");

    private static final Map<String, String> AS_SPOKEN = Map.of(
            "othing", "owt",
            "omething", "ummat",
            "was not", "weren't",
            "people", "folk",
            "frightened", "frit",
            "have not", "ent",
            "children", "bairns",
            "shouted", "bawled");

    private static final Map<String, String> BY_THUMB =
            Map.of(" and ", " n ", " you ", " u ", " because ", " cos ", "'", "", " are ", " r ", "ing ", "in ");

    private static final int LONG_WORD = 7;

    private final String subject;
    private final String object;
    private final String owner;
    private final String have;
    private final String be;

    Voice(String subject, String object, String owner, String have, String be) {
        this.subject = subject;
        this.object = object;
        this.owner = owner;
        this.have = have;
        this.be = be;
    }

    /** The sentences as this voice puts them. */
    String tell(List<String> sentences, Chance chance) {
        List<String> told = sentences.stream().map(this::filled).toList();
        return switch (this) {
            case PLAIN -> String.join(" ", told);
            case PARTNER -> "Passed on from our office: " + String.join(" ", told);
            case OFFICER -> "On patrol. " + String.join(" ", told) + " Details taken.";
            case DIALECT -> replaced(String.join(" ", told), AS_SPOKEN);
            case LOG -> "INF RPTS: " + replaced(String.join(" ", told), SHORTHAND);
            case THUMB ->
                slipped(
                        replaced(String.join(" ", told), BY_THUMB)
                                .toLowerCase(Locale.ROOT)
                                .replace(". ", " "),
                        chance);
            case CHAT -> turns(told);
        };
    }

    private String filled(String sentence) {
        return capital(replaced(
                sentence,
                Map.of(
                        "{I}",
                        subject,
                        "{me}",
                        object,
                        "{my}",
                        owner,
                        "{My}",
                        capital(owner),
                        "{have}",
                        have,
                        "{am}",
                        be)));
    }

    private static String replaced(String text, Map<String, String> words) {
        String result = text;
        // In an order of its own, since a map's differs from run to run.
        for (String word : words.keySet().stream().sorted().toList()) {
            result = result.replace(word, words.get(word));
        }
        return result;
    }

    private static String turns(List<String> told) {
        StringBuilder chat = new StringBuilder();
        for (int turn = 0; turn < told.size(); turn++) {
            chat.append(turn == 0 ? "" : "\n")
                    .append("Agent: ")
                    .append(QUESTIONS.get(turn % QUESTIONS.size()))
                    .append("\nVisitor: ")
                    .append(told.get(turn));
        }
        return chat.toString();
    }

    /** Two letters of one long word change places. */
    private static String slipped(String text, Chance chance) {
        String[] words = text.split(" ");
        int at = chance.below(words.length);
        for (int i = 0; i < words.length; i++) {
            String word = words[(at + i) % words.length];
            if (word.length() >= LONG_WORD) {
                int from = 1 + chance.below(word.length() - 3);
                words[(at + i) % words.length] =
                        word.substring(0, from) + word.charAt(from + 1) + word.charAt(from) + word.substring(from + 2);
                break;
            }
        }
        return String.join(" ", words);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
