package uk.frith.town;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of trouble that people tell of, with what is true of it.
 *
 * @param name its name in the file of stories
 * @param category the class of the incident
 * @param type the type of behaviour
 * @param crimes the classes that one telling holds, none for antisocial behaviour without a crime
 * @param crimesAgain the classes that a follow-up call holds together with what went before it
 * @param vulnerable what makes the one who tells, or the victim, easier to harm
 * @param hate the ground of hostility, empty without one
 * @param sentences the sentences under each word, in the order of the file
 */
record Story(
        String name,
        AsbCategory category,
        AsbType type,
        List<String> crimes,
        List<String> crimesAgain,
        List<String> vulnerable,
        String hate,
        Map<String, List<String>> sentences) {

    private static final String NONE = "-";

    /** The word under which sentences of follow-up calls stand. */
    static final String AGAIN = "again";

    /** In the order in which they are told. */
    private static final List<String> ORDER = List.of("opens", "middle", "who", "feels", "asks");

    /** Whether people ring again about it. */
    boolean comesBack() {
        return sentences.containsKey(AGAIN);
    }

    /** The words under which this story has sentences, in the order in which they are told. */
    List<String> parts() {
        return ORDER.stream().filter(sentences::containsKey).toList();
    }

    /** Reads a file of stories. */
    static List<Story> read(List<String> lines) {
        List<Story> stories = new ArrayList<>();
        Map<String, String> head = new HashMap<>();
        Map<String, List<String>> sentences = new HashMap<>();
        List<String> under = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("//")) {
                continue;
            }
            if (line.startsWith(" ")) {
                under.add(line.strip());
            } else if (line.indexOf(' ') < 0) {
                under = sentences.computeIfAbsent(line, word -> new ArrayList<>());
            } else {
                String word = line.substring(0, line.indexOf(' '));
                if (word.equals("story") && !head.isEmpty()) {
                    stories.add(of(head, sentences));
                    head = new HashMap<>();
                    sentences = new HashMap<>();
                }
                head.put(word, line.substring(word.length() + 1).strip());
            }
        }
        stories.add(of(head, sentences));
        return stories;
    }

    private static Story of(Map<String, String> head, Map<String, List<String>> sentences) {
        List<String> crimes = words(head, "crimes");
        return new Story(
                head.getOrDefault("story", ""),
                AsbCategory.valueOf(head.getOrDefault("category", "")),
                AsbType.valueOf(head.getOrDefault("type", "")),
                crimes,
                head.containsKey("crimes-again") ? words(head, "crimes-again") : crimes,
                words(head, "vulnerable"),
                head.getOrDefault("hate", ""),
                Map.copyOf(sentences));
    }

    private static List<String> words(Map<String, String> head, String word) {
        String value = head.getOrDefault(word, NONE);
        return value.equals(NONE) ? List.of() : List.of(value.split(" "));
    }
}
