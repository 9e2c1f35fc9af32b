package uk.frith.platform.understanding.prevalence;

import java.util.ArrayList;
import java.util.List;
import uk.frith.patterns.Concentration;
import uk.frith.patterns.GetisOrd;
import uk.frith.patterns.TooFew;

/** Says in plain words what the figures say, and no more than they say. */
final class PrevalenceSentences {

    private static final String NO_BREAK_OF = Words.NO_BREAK + "of" + Words.NO_BREAK;

    private PrevalenceSentences() {}

    /** The head of the page: how much, whether it changed, where it is. */
    static List<String> headline(Figures figures, Category category, Unit unit) {
        List<String> said = new ArrayList<>();
        String rate = figures.rate()
                .map(found -> ", " + Words.rate(found.perThousand()) + " per 1,000 residents")
                .orElse("");
        said.add(Words.count(figures.total()) + " " + things(figures.total(), category) + rate
                + (figures.missing().isEmpty()
                        ? "."
                        : " in "
                                + (figures.period().length() - figures.missing().size()) + " of "
                                + figures.period().length() + " months: there are no data for "
                                + Words.months(figures.missing()) + "."));
        said.add(change(figures));
        said.add(heat(figures.heat(), unit) + concentration(figures, unit));
        return said;
    }

    /** One area among others: how much, whether it changed, whether it is hot. */
    static List<String> ofOne(AreaFigures area, Figures figures, Category category) {
        List<String> said = new ArrayList<>();
        said.add(Words.count(area.count()) + " " + things(area.count(), category)
                + area.rate()
                        .map(rate -> ", " + Words.rate(rate.perThousand()) + " per 1,000 residents (95" + Words.NO_BREAK
                                + "% interval " + Words.rate(rate.lower()) + " to " + Words.rate(rate.upper()) + ")")
                        .orElse("")
                + ".");
        String interval = changeInterval(area.change());
        said.add("Change on " + figures.period().yearBefore().words() + ": " + changeInShort(area.change())
                + (interval.isEmpty() ? "." : " (95" + Words.NO_BREAK + "% interval " + interval + ")."));
        switch (area.heat()) {
            case HOT -> said.add("Hot after allowing for chance: it and its neighbours have more than the rest.");
            case COLD -> said.add("Cold after allowing for chance: it and its neighbours have less than the rest.");
            case NEITHER -> said.add("Neither hot nor cold after allowing for chance.");
            case UNJUDGED -> said.add("Not judged hot or cold.");
        }
        return said;
    }

    static String things(long number, Category category) {
        return number == 1 ? category.plural().substring(0, category.plural().length() - 1) : category.plural();
    }

    /** One sentence about the change since a year before. */
    static String change(Figures figures) {
        String then = figures.period().yearBefore().words();
        return switch (figures.change()) {
            case Change.MonthsMissing missing ->
                "No comparison with " + then + ": there are no data for " + Words.months(missing.months()) + ".";
            case Change.NothingEither() -> "None in " + then + " either.";
            case Change.Compared compared when compared.before() == 0 -> "There were none in " + then + ".";
            case Change.Compared compared
            when compared.unclear() ->
                "No clear change on " + then + " (" + Words.signedPercent(compared.ratio() - 1)
                        + ", 95" + Words.NO_BREAK + "% interval " + Words.signedPercent(compared.lower() - 1) + " to "
                        + Words.signedPercent(compared.upper() - 1) + ").";
            case Change.Compared compared
            when compared.ratio() < 1 ->
                "Fell " + Words.percent(1 - compared.ratio()) + " on " + then + " (95" + Words.NO_BREAK
                        + "% interval " + Words.whole(1 - compared.upper()) + " to "
                        + Words.whole(1 - compared.lower()) + ").";
            case Change.Compared compared ->
                "Rose " + Words.percent(compared.ratio() - 1) + " on " + then + " (95" + Words.NO_BREAK
                        + "% interval " + Words.whole(compared.lower() - 1) + " to "
                        + Words.whole(compared.upper() - 1) + ").";
        };
    }

    /** The change in a cell of a table. */
    static String changeInShort(Change change) {
        return switch (change) {
            case Change.MonthsMissing missing -> "no comparison";
            case Change.NothingEither() -> "none either";
            case Change.Compared compared when compared.before() == 0 -> "none before";
            case Change.Compared compared -> Words.signedPercent(compared.ratio() - 1);
        };
    }

    /** The interval of a change in a cell of a table; empty when there is none. */
    static String changeInterval(Change change) {
        return switch (change) {
            case Change.MonthsMissing missing -> "";
            case Change.NothingEither() -> "";
            case Change.Compared compared when compared.before() == 0 -> "";
            case Change.Compared compared ->
                Words.signedPercent(compared.lower() - 1) + " to " + Words.signedPercent(compared.upper() - 1);
        };
    }

    private static String heat(HeatFinding heat, Unit unit) {
        return switch (heat) {
            case HeatFinding.Judged judged
            when judged.hot() == 0 ->
                "None of " + Words.count(judged.areas()) + " " + areas(unit) + " is hot after allowing for chance; ";
            case HeatFinding.Judged judged ->
                judged.hot() + NO_BREAK_OF + Words.count(judged.areas()) + " " + areas(unit)
                        + (judged.hot() == 1 ? " is" : " are") + " hot after allowing for chance; ";
            case HeatFinding.TooFewAreas few ->
                "Hot areas aren't looked for among " + few.areas() + " " + areas(unit) + ": it takes "
                        + GetisOrd.LEAST_AREAS + ". ";
            case HeatFinding.TooFewIncidents few ->
                "Too little was recorded to look for hot areas: " + few.incidents() + " in " + Words.count(few.areas())
                        + " " + areas(unit) + ". ";
            case HeatFinding.NoPopulation none ->
                "Hot areas by rate need the residents of every area; " + none.areasWithout() + " have none on record. ";
            case HeatFinding.PartOfForce() ->
                "Hot areas aren't looked for in a part of a force: nobody says which areas it covers. ";
            case HeatFinding.NoNeighbours() ->
                "Hot areas can't be looked for: no boundaries are on record that say which areas touch. ";
        };
    }

    private static String concentration(Figures figures, Unit unit) {
        String half = switch (figures.concentration()) {
            case Concentration found -> "half of it all happens in " + Words.count(found.placesHolding(0.5));
            case TooFew few -> "nothing happened in any of them";
        };
        boolean follows = figures.heat() instanceof HeatFinding.Judged;
        boolean none = figures.concentration() instanceof TooFew;
        String whole = follows || none ? half : half + " of " + figures.areas().size() + " " + areas(unit);
        return (follows ? whole : Character.toUpperCase(whole.charAt(0)) + whole.substring(1)) + ".";
    }

    private static String areas(Unit unit) {
        return unit == Unit.LSOA ? "areas" : unit.plural();
    }
}
