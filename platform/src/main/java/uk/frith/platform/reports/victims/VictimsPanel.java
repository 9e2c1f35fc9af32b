package uk.frith.platform.reports.victims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.reports.recording.IncidentPanel;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.Involved;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.victims.VictimTerms.Answer;
import uk.frith.platform.reports.victims.VictimTerms.Cuckooing;
import uk.frith.platform.reports.victims.VictimTerms.Support;

/** On an incident's page: what it does to each person, for whoever deals with it. */
@Component
class VictimsPanel implements IncidentPanel {

    private static final int FIRST = 10;

    private final Desk desk;
    private final Incidents incidents;
    private final VictimRepository repository;

    VictimsPanel(Desk desk, Incidents incidents, VictimRepository repository) {
        this.desk = desk;
        this.incidents = incidents;
        this.repository = repository;
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public Optional<Panel> of(UUID incident) {
        if (desk.actor().filter(actor -> actor.may(Permission.RECORD_INCIDENTS)).isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, Victim> known =
                repository.ofIncident(incident).stream().collect(Collectors.toMap(Victim::person, Function.identity()));
        List<VictimPage.Line> lines = incidents.people(incident).stream()
                .filter(involved -> involved.person().part() != Part.NAMED
                        && involved.person().part() != Part.WITNESS)
                .map(involved -> line(involved, Optional.ofNullable(known.get(involved.id()))))
                .toList();
        List<VictimPage.Near> near = repository.takenOverNear(incident).stream()
                .map(each -> new VictimPage.Near("/incidents/" + each.incident(), each.reference()))
                .toList();
        return lines.isEmpty() && near.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel("reports/victims/panel", new VictimPage.PanelPage(lines, near, true)));
    }

    private static VictimPage.Line line(Involved involved, Optional<Victim> known) {
        return new VictimPage.Line(
                involved.name(),
                involved.person().part().words().toLowerCase(java.util.Locale.UK),
                VictimPage.pathOf(involved.id()),
                known.map(VictimsPanel::says).orElse(List.of("Nothing was asked yet.")));
    }

    private static List<String> says(Victim victim) {
        List<String> says = new ArrayList<>();
        add(says, "Wants: ", victim.wishes());
        add(says, "Harm: ", Victim.words(victim.harms()));
        switch (victim.vulnerable()) {
            case YES -> says.add("Vulnerable: " + Victim.words(victim.risks()) + ".");
            case NO -> says.add("Not vulnerable.");
            case NOT_ASKED -> says.add("Not asked whether they are vulnerable.");
        }
        if (victim.repeated() == Answer.YES) {
            says.add("It has happened to them before.");
        }
        if (victim.targeted() == Answer.YES) {
            says.add("They are targeted.");
        }
        if (victim.cuckooing() != Cuckooing.NO) {
            says.add("Home taken over: " + victim.cuckooing().words().toLowerCase(java.util.Locale.UK) + ".");
        }
        add(says, "Landlord: ", victim.landlord());
        if (victim.support() != Support.NOT_OFFERED) {
            says.add("Support: " + victim.support().words().toLowerCase(java.util.Locale.UK) + ".");
        }
        return says;
    }

    private static void add(List<String> says, String before, String words) {
        if (!words.isEmpty()) {
            says.add(before + words + (words.endsWith(".") ? "" : "."));
        }
    }
}
