package uk.frith.platform.understanding.prevalence;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.reports.intake.AreaMonthCount;
import uk.frith.platform.reports.intake.OpenData;
import uk.frith.platform.reports.intake.SeriesCoverage;

/** Open data counted by area and month, as the files say it: for programs. */
@Component
class ExportPrevalenceCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("by", "category", "from", "to", "force", "format");

    private final Desk desk;
    private final OpenData openData;

    ExportPrevalenceCommand(Desk desk, OpenData openData) {
        this.desk = desk;
        this.openData = openData;
    }

    @Override
    public String name() {
        return "export prevalence";
    }

    @Override
    public String usage() {
        return "--by lsoa,month [--category asb] [--from 2021-01] [--to 2021-12] [--force SLUG] [--format csv|json]"
                + "  counts of open data by area and month";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        Wanted wanted = wanted(arguments);
        Entry entry = Entry.of(Act.DISCLOSURE, "prevalence", "to use the figures elsewhere");
        for (String option : new TreeSet<>(arguments.options().keySet())) {
            if (OPTIONS.contains(option)) {
                entry = entry.with(option, arguments.option(option).orElse(""));
            }
        }
        Supplier<List<AreaMonthCount>> counting = () -> counts(wanted);
        List<AreaMonthCount> counts = desk.audited(entry, counting);
        if (wanted.json()) {
            writeJson(counts, console);
        } else {
            console.data("lsoa_code,month,incidents");
            counts.forEach(
                    count -> console.data(cell(count.lsoaCode()) + "," + count.month() + "," + count.incidents()));
        }
        return ExitStatus.DONE;
    }

    /** What is wanted, before anything is looked up. */
    private record Wanted(
            Optional<String> category,
            Optional<YearMonth> from,
            Optional<YearMonth> to,
            Optional<String> force,
            boolean json) {}

    private static Wanted wanted(Arguments arguments) {
        arguments.options().keySet().stream()
                .filter(option -> !OPTIONS.contains(option))
                .sorted()
                .findFirst()
                .ifPresent(option -> {
                    throw new WrongArguments("export prevalence has no option --" + option + ".");
                });
        if (!arguments.positions().isEmpty()) {
            throw new WrongArguments("export prevalence takes options only, not \""
                    + arguments.positions().getFirst() + "\".");
        }
        if (!arguments.option("by").equals(Optional.of("lsoa,month"))) {
            throw new WrongArguments("Say how to count: --by lsoa,month.");
        }
        String format = arguments.option("format").orElse("csv");
        if (!List.of("csv", "json").contains(format)) {
            throw new WrongArguments("The format is csv or json, not \"" + format + "\".");
        }
        Optional<YearMonth> from = arguments.option("from").map(ExportPrevalenceCommand::month);
        Optional<YearMonth> to = arguments.option("to").map(ExportPrevalenceCommand::month);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new WrongArguments("The last month, " + to.get() + ", lies before the first, " + from.get() + ".");
        }
        return new Wanted(arguments.option("category"), from, to, arguments.option("force"), format.equals("json"));
    }

    private static YearMonth month(String word) {
        try {
            return YearMonth.parse(word);
        } catch (DateTimeException e) {
            throw new WrongArguments("There is no month \"" + word + "\". A month is written 2021-03.");
        }
    }

    private List<AreaMonthCount> counts(Wanted wanted) {
        long version = openData.latestDataVersion();
        List<SeriesCoverage> known = openData.coverage(version);
        List<SeriesCoverage> chosen = wanted.force().isPresent()
                ? known.stream()
                        .filter(series -> series.series().equals(wanted.force().get()))
                        .toList()
                : known.stream().filter(SeriesCoverage::wholeForce).toList();
        if (chosen.isEmpty() && wanted.force().isPresent()) {
            throw new WrongArguments("There are no open data of \""
                    + wanted.force().get() + "\". There are: "
                    + String.join(
                            ", ", known.stream().map(SeriesCoverage::series).toList()) + ".");
        }
        Optional<String> crimeType = wanted.category().map(slug -> crimeType(slug, version));
        if (chosen.isEmpty()) {
            return List.of();
        }
        YearMonth first = chosen.stream()
                .map(SeriesCoverage::firstMonth)
                .min(YearMonth::compareTo)
                .orElseThrow();
        YearMonth last = chosen.stream()
                .map(SeriesCoverage::lastMonth)
                .max(YearMonth::compareTo)
                .orElseThrow();
        YearMonth from = wanted.from().filter(month -> month.isAfter(first)).orElse(first);
        YearMonth to = wanted.to().filter(month -> month.isBefore(last)).orElse(last);
        return to.isBefore(from)
                ? List.of()
                : openData.counts(chosen.stream().map(SeriesCoverage::series).toList(), from, to, crimeType, version);
    }

    private String crimeType(String slug, long version) {
        List<Category> categories =
                openData.crimeTypes(version).stream().map(Category::of).toList();
        if (slug.equals(Category.ASB.slug())) {
            return Category.ASB.crimeType();
        }
        return categories.stream()
                .filter(category -> category.slug().equals(slug))
                .map(Category::crimeType)
                .findFirst()
                .orElseThrow(() -> new WrongArguments("There is no category \"" + slug + "\". There are: "
                        + String.join(
                                ", ", categories.stream().map(Category::slug).toList()) + "."));
    }

    private static void writeJson(List<AreaMonthCount> counts, Console console) {
        console.data("[");
        for (int i = 0; i < counts.size(); i++) {
            AreaMonthCount count = counts.get(i);
            console.data("{\"lsoa_code\":" + Downloads.quoted(count.lsoaCode()) + ",\"month\":\"" + count.month()
                    + "\",\"incidents\":" + count.incidents() + "}" + (i + 1 < counts.size() ? "," : ""));
        }
        console.data("]");
    }

    /** A code as RFC 4180 wants it; whatever stands in a file may have to be quoted. */
    private static String cell(String code) {
        return code.matches("[A-Za-z0-9]*") ? code : '"' + code.replace("\"", "\"\"") + '"';
    }
}
