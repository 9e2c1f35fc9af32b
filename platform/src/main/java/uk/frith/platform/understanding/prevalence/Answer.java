package uk.frith.platform.understanding.prevalence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.frith.platform.foundation.places.Outline;

/**
 * A question and all that is known of it: immutable, so that it can be kept.
 *
 * @param question the question
 * @param areaName what it is about, as {@code Leicester}
 * @param forceName the force whose reports these are
 * @param figures the numbers
 * @param coverage what they rest on
 * @param shapes the areas' outlines, ready for drawing; empty when no boundaries are known
 * @param outlines those that make up each area, in longitude and latitude, for GeoJSON
 */
record Answer(
        Question question,
        String areaName,
        String forceName,
        Figures figures,
        Coverage coverage,
        MapShapes shapes,
        Map<String, List<Outline>> outlines) {

    Answer {
        outlines = Map.copyOf(outlines);
    }

    /** {@code Antisocial behaviour in Leicestershire, 2021}. */
    String title() {
        return question.category().title() + " in " + areaName + ", "
                + question.period().words();
    }

    /** The name of a file with this answer, without its ending: marking first, then what it is and of which version. */
    String fileName(String what) {
        String area = areaName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return "OFFICIAL-" + question.category().slug() + "-" + area + "-"
                + question.period().from() + "-to-" + question.period().to() + "-" + what + "-v"
                + question.dataVersion();
    }
}
