package uk.frith.platform.understanding.prevalence;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * What the figures rest on and what they leave out: stands on every one of them.
 *
 * @param forceName whose reports
 * @param wholeForce whether the series is all of the force's, or a part somebody cut out
 * @param series its name in the files
 * @param files how many files the period's months come from
 * @param rows how many rows those files have, of all crime types
 * @param months how many months the period has
 * @param missing those without data
 * @param dataVersion of the open data
 * @param placesVersion of areas, residents and boundaries
 * @param residents where the residents come from and of when; empty when none are known
 * @param deprivation where deprivation comes from; empty when it isn't known
 * @param nowhere rows of what is counted without any place
 * @param elsewhere rows of it with a place outside these areas
 * @param translated rows whose area's code was of another census and was carried over
 */
record Coverage(
        String forceName,
        boolean wholeForce,
        String series,
        int files,
        long rows,
        int months,
        NavigableSet<YearMonth> missing,
        long dataVersion,
        String placesVersion,
        String residents,
        String deprivation,
        long nowhere,
        long elsewhere,
        long translated) {

    /** What every count of reports leaves out, in the words that stand beside each. */
    static final String UNDERCOUNT = "covers reports to the police only; about a third of adults experience or witness "
            + "antisocial behaviour (CSEW, year to September 2023: 34" + Words.NO_BREAK + "%)";

    /** For anything else that is counted: only antisocial behaviour has a survey's figure here. */
    static final String UNDERCOUNT_OF_CRIME = "covers what was reported to the police and recorded; not all of it is";

    static final String OPEN_GOVERNMENT_LICENCE =
            "Contains public sector information licensed under the Open Government Licence v3.0.";

    static final String ORDNANCE_SURVEY = "Contains OS data © Crown copyright and database right.";

    /** Source, months, version: in one line. */
    String source() {
        return "data.police.uk, " + (wholeForce ? forceName : series + " (part of " + forceName + ")") + ", "
                + Words.count(files) + (files == 1 ? " file" : " files") + " for " + (months - missing.size()) + " of "
                + months + (months == 1 ? " month" : " months") + ", data version " + dataVersion;
    }

    /** What stands under one figure. */
    String label(Category category) {
        return source() + " · " + undercount(category);
    }

    /** The label once more, in few words, for the second and later figures of a page. */
    String shortLabel(Category category) {
        return "data.police.uk, " + (months - missing.size()) + " of " + months + (months == 1 ? " month" : " months")
                + ", data version " + dataVersion
                + (wholeForce ? "" : ", part of " + forceName)
                + " · reports to the police only"
                + (category.isAsb() ? "; about a third of adults experience or witness it" : "");
    }

    static String undercount(Category category) {
        return category.isAsb() ? UNDERCOUNT : UNDERCOUNT_OF_CRIME;
    }

    /** All that a careful reader wants to know, a sentence each. */
    List<String> sentences(Category category, Figures figures) {
        List<String> said = new ArrayList<>();
        String counted = category.plural();
        if (!wholeForce) {
            said.add(
                    "This series is a part of " + forceName
                            + "'s reports that somebody cut out. It has no residents of its own, so there are no rates and no hot areas.");
        }
        said.add("The files hold " + Words.count(rows) + " rows of all kinds; " + Words.count(figures.total()) + " are "
                + counted + " of this category.");
        if (nowhere + elsewhere > 0) {
            said.add(Words.count(nowhere) + " have no place and " + Words.count(elsewhere)
                    + " lie outside these areas: they are in the total, and in no area and no rate.");
        }
        if (!missing.isEmpty()) {
            said.add("There are no data for " + Words.months(missing) + ": they are missing, not nought.");
        }
        if (!residents.isEmpty()) {
            said.add("Residents: " + residents + ". Those who only work, shop or go out in an area aren't counted.");
        }
        if (translated > 0) {
            said.add(
                    Words.count(translated)
                            + " rows name their area by the other census's code, where it says without doubt which area it is.");
        }
        if (!deprivation.isEmpty()) {
            said.add("Deprivation: " + deprivation + "; 1 is the most deprived tenth.");
        }
        said.add("Intervals are exact and allow for chance alone; counts by month or area often vary more than that.");
        said.add("Versions: data " + dataVersion + ", places " + placesVersion + ".");
        return said;
    }

    /** Lines at the foot of a picture that stands alone. */
    List<String> foot(Category category) {
        return List.of(
                "Source: " + source() + ".",
                Character.toUpperCase(undercount(category).charAt(0))
                        + undercount(category).substring(1).replace("; about", ";"),
                OPEN_GOVERNMENT_LICENCE + " " + ORDNANCE_SURVEY);
    }
}
