package uk.frith.platform.understanding.prevalence;

import java.time.YearMonth;

/**
 * What a survey says of a whole population, whether or not anybody told the police.
 *
 * @param question what people were asked about
 * @param percent of those asked, 0 to 100
 * @param from the first month asked about
 * @param to the last
 * @param source who asked
 */
record SurveyEstimate(String question, int percent, YearMonth from, YearMonth to, String source) {
    SurveyEstimate {
        if (percent < 0 || percent > 100 || to.isBefore(from)) {
            throw new IllegalArgumentException("An estimate is a share of people in a period.");
        }
    }
}
