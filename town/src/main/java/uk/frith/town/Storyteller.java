package uk.frith.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Makes up what people of the town tell, in many voices, follow-up calls included, and knows what is true of each.
 *
 * <p>Good for load and for seeing that nothing changed; no proof of how well a reader reads, since whoever writes the
 * stories knows what the reader looks for.
 */
final class Storyteller {

    private static final double COMES_BACK = 0.35;
    private static final int MOST_CALLS = 4;
    private static final Duration BETWEEN_CALLS = Duration.ofDays(5);
    private static final int MINUTES_IN_A_DAY = 1_440;
    private static final int MOST_HOUSES = 120;

    private final List<Area> areas;
    private final Chance chance;
    private final Instant first;
    private final long minutes;
    private final List<Story> stories = stories();

    Storyteller(TownPlan plan, List<Area> areas) {
        this.areas = areas;
        this.chance = new Chance(plan.seed(), "tellings");
        this.first = plan.firstDay().atStartOfDay(Reporting.CLOCK).toInstant();
        this.minutes = (long) plan.days() * MINUTES_IN_A_DAY;
    }

    /** So many accounts at least, in the order in which they were told. */
    List<Told> tell(int count) {
        List<Told> told = new ArrayList<>();
        while (told.size() < count) {
            trouble(told);
        }
        told.sort(Comparator.comparing(Told::at).thenComparing(Told::id));
        return told;
    }

    /** One trouble, told once or several times by the same person about the same place. */
    private void trouble(List<Told> told) {
        Story story = chance.pick(stories);
        Voice voice = chance.pick(List.of(Voice.values()));
        Area area = chance.pick(areas);
        String street = chance.pick(area.streets()).name();
        Map<String, String> facts = Map.of(
                "{street}", street,
                "{n}", String.valueOf(1 + chance.below(MOST_HOUSES)),
                "{days}", chance.pick(List.of("two", "three", "four", "five")),
                "{weeks}", chance.pick(List.of("three", "six", "eight", "ten")),
                "{time}", chance.pick(List.of("11pm", "midnight", "2am", "half past nine", "22:40", "teatime")));
        Instant at = first.plusSeconds(60L * (long) (chance.unit() * (minutes - 1)));
        int calls = story.comesBack() && chance.happens(COMES_BACK) ? 2 + chance.below(MOST_CALLS - 1) : 1;
        String follows = "";
        for (int call = 0; call < calls; call++) {
            String id = String.format(Locale.ROOT, "T%06d", told.size() + 1);
            told.add(new Told(
                    id,
                    follows,
                    story.name(),
                    voice,
                    at,
                    area.code(),
                    street + ", " + area.wardName(),
                    voice.tell(sentences(story, call > 0, facts), chance),
                    story.category(),
                    story.type(),
                    call == 0 ? story.crimes() : story.crimesAgain(),
                    story.vulnerable(),
                    story.hate()));
            follows = id;
            at = at.plusSeconds(60 + (long) chance.exponential((double) BETWEEN_CALLS.toSeconds()));
        }
    }

    private List<String> sentences(Story story, boolean again, Map<String, String> facts) {
        List<String> sentences = new ArrayList<>();
        for (String part : story.parts()) {
            String under = again && part.equals("opens") ? Story.AGAIN : part;
            String sentence =
                    chance.pick(Objects.requireNonNull(story.sentences().get(under), under));
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                sentence = sentence.replace(fact.getKey(), fact.getValue());
            }
            sentences.add(sentence);
        }
        return sentences;
    }

    private static List<Story> stories() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Storyteller.class.getResourceAsStream("stories.txt"), "stories.txt"),
                StandardCharsets.UTF_8))) {
            return Story.read(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
