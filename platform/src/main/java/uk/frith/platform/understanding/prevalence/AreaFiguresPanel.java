package uk.frith.platform.understanding.prevalence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.AreaKind;
import uk.frith.platform.foundation.places.AreaPanel;

/** An area's own figures on its page: the last twelve months of antisocial behaviour. */
@Component
class AreaFiguresPanel implements AreaPanel {

    private static final int SECOND = 20;

    private final Prevalence prevalence;
    private final Desk desk;

    AreaFiguresPanel(Prevalence prevalence, Desk desk) {
        this.prevalence = prevalence;
        this.desk = desk;
    }

    @Override
    public int order() {
        return SECOND;
    }

    @Override
    public Optional<Panel> of(Area area) {
        boolean may = desk.actor()
                .filter(actor -> actor.may(Permission.SEE_PREVALENCE))
                .isPresent();
        if (!may || area.kind() == AreaKind.WARD) {
            return Optional.empty();
        }
        return prevalence
                .about(area)
                .flatMap(found -> page(area, found))
                .map(page -> new Panel("understanding/prevalence/panel", page));
    }

    private static Optional<PanelPage> page(Area area, Prevalence.Found found) {
        Answer answer = found.answer();
        Category category = answer.question().category();
        String label = answer.coverage().shortLabel(category);
        String link = found.asked().address(PageMaker.PATH);
        boolean small = area.kind() == AreaKind.LSOA_2011 || area.kind() == AreaKind.LSOA_2021;
        if (!small) {
            return Optional.of(new PanelPage(
                    answer.title(), PrevalenceSentences.headline(answer.figures(), category, Unit.LSOA), label, link));
        }
        return answer.figures().areas().stream()
                .filter(each -> each.ground().code().equals(area.code()))
                .findFirst()
                .map(each -> new PanelPage(
                        category.title() + ", " + answer.question().period().words(),
                        PrevalenceSentences.ofOne(each, answer.figures(), category),
                        label,
                        link));
    }

    /** The latest year of a force's antisocial behaviour, narrowed to a part where one is given. */
    static Asked question(String series, Optional<String> within) {
        Asked asked = AddressRules.read(Map.of("force", series));
        return asked.within(within);
    }

    /**
     * What the panel shows.
     *
     * @param link where all figures are
     */
    record PanelPage(String title, List<String> says, String label, String link) {
        PanelPage {
            says = List.copyOf(says);
        }
    }
}
