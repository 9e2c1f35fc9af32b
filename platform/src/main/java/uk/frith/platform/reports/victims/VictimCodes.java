package uk.frith.platform.reports.victims;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.pages.CodeBook;
import uk.frith.platform.reports.victims.VictimTerms.Answer;
import uk.frith.platform.reports.victims.VictimTerms.Cuckooing;
import uk.frith.platform.reports.victims.VictimTerms.Harm;
import uk.frith.platform.reports.victims.VictimTerms.Risk;
import uk.frith.platform.reports.victims.VictimTerms.Support;
import uk.frith.platform.reports.victims.VictimTerms.Tenure;
import uk.frith.platform.reports.victims.VictimTerms.Worded;

/** The words of the codes on somebody who suffers. */
@Component
class VictimCodes implements CodeBook {

    @Override
    public List<Meaning> meanings() {
        return List.of(
                meaning("harms", Harm.values()),
                meaning("risks", Risk.values()),
                meaning("vulnerable", Answer.values()),
                meaning("repeated", Answer.values()),
                meaning("targeted", Answer.values()),
                meaning("cuckooing", Cuckooing.values()),
                meaning("tenure", Tenure.values()),
                meaning("support", Support.values()));
    }

    private static <E extends Enum<E> & Worded> Meaning meaning(String column, E[] values) {
        return new Meaning("victims.victim", column, Stream.of(values).collect(toMap(Enum::name, Worded::words)));
    }
}
