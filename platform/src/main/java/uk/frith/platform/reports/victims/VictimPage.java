package uk.frith.platform.reports.victims;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Difference;
import uk.frith.platform.foundation.pages.ErrorLink;

/**
 * What is known about somebody who suffers, and the form that changes it.
 *
 * @param path where it stands
 * @param incidentPath the incident that they are concerned in
 * @param change whether it can be changed: the incident is open
 * @param housing what the tenure means for the limb of housing
 * @param safely how they can be reached safely, as it was told
 * @param noticed what the reader of accounts noticed, in words
 * @param withoutCrime whether no crime is recorded, so that services for victims of crime don't take them
 */
record VictimPage(
        String path,
        String incidentPath,
        String reference,
        String name,
        String part,
        boolean change,
        Victim victim,
        Choices choices,
        String housing,
        List<String> safely,
        List<String> noticed,
        boolean withoutCrime,
        List<Told> told,
        List<Difference> differences,
        List<ErrorLink> errors,
        String typedTold) {

    /** What there is to choose from. */
    record Choices(
            List<Choice> harms,
            List<Choice> risks,
            List<Choice> vulnerable,
            List<Choice> repeated,
            List<Choice> targeted,
            List<Choice> cuckooing,
            List<Choice> tenures,
            List<Choice> services,
            List<Choice> supports,
            List<Choice> hows) {}

    /** What somebody was told. */
    record Told(String when, String teller, String whom, String how, String what) {
        @Override
        public String toString() {
            return "Told";
        }
    }

    /** What stands on an incident's page of those who suffer. */
    record PanelPage(List<Line> lines, List<Near> near, boolean change) {}

    /** Somebody who suffers; {@code says} in sentences. */
    record Line(String name, String part, String path, List<String> says) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    /** An incident at the same place whose victim's home may have been taken over. */
    record Near(String path, String reference) {}

    /** Homes that may have been taken over. */
    record TakenOverPage(List<Home> homes) {}

    /** One of them. */
    record Home(String name, String address, String state, String path, String incidentPath, String reference) {
        @Override
        public String toString() {
            return "Home";
        }
    }

    /** Services that help, and the form for another. */
    record ServicesPage(List<VictimRepository.Service> services, String name, String contact, List<ErrorLink> errors) {}

    /** What is wrong with a field, by its id; null when nothing is. */
    @Nullable
    String wrong(String field) {
        return ErrorLink.textAt(field, errors);
    }

    static String pathOf(UUID person) {
        return "/victims/" + person;
    }

    @Override
    public String toString() {
        return "VictimPage[" + path + "]";
    }
}
