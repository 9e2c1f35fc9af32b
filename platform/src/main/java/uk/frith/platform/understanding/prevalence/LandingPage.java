package uk.frith.platform.understanding.prevalence;

import java.util.List;

/** Whose reports there are, and what they hold. */
record LandingPage(List<Line> forces, String find, long dataVersion) {
    LandingPage {
        forces = List.copyOf(forces);
    }

    /** One series of reports. */
    record Line(
            String name,
            String href,
            int months,
            String first,
            String last,
            String rows,
            String withoutArea,
            String refused) {}
}
