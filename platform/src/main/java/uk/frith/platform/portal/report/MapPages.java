package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.GridPoint;
import uk.frith.platform.foundation.places.NationalGrid;
import uk.frith.platform.portal.report.MapRules.Country;
import uk.frith.platform.portal.report.MapRules.View;

/**
 * A place is picked on a map that the server draws: a click sends where it was, and the next map is closer. Nothing of it stands
 * in an address, and nothing is kept until somebody says that it is here.
 */
@Controller
@RequestMapping("/tell/map")
class MapPages {

    static final String TO_MAP = "redirect:/tell/map";
    private static final String TO_RETURN = PublicReports.TO_RETURN;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,12})?");

    /** Degrees beyond Great Britain on all sides: farther off the grid has no meaning. */
    private static final double WEST_END = -12;

    private static final double EAST_END = 5;
    private static final double SOUTH_END = 48;
    private static final double NORTH_END = 63;

    private final ReportDesk desk;
    private final ReportRepository reports;
    private final Visits visits;
    private final Framing framing;
    private final Situation situation;

    MapPages(ReportDesk desk, ReportRepository reports, Visits visits, Framing framing, Situation situation) {
        this.desk = desk;
        this.reports = reports;
        this.visits = visits;
        this.framing = framing;
        this.situation = situation;
    }

    /**
     * The map.
     *
     * @param picture the map as a data address
     * @param point what was picked, as it is kept; empty while nothing is
     * @param around what lies there, in words
     * @param from what the form carries along when it was reached from the answers
     */
    record MapPage(
            Frame frame,
            String picture,
            int pixels,
            int level,
            long east,
            long north,
            String point,
            String around,
            boolean lost,
            String from) {
        @Override
        public String toString() {
            return "MapPage";
        }
    }

    private record Open(Report report, Answers answers, List<Country> countries) {
        @Override
        public String toString() {
            return "Open";
        }
    }

    @GetMapping
    String map(@RequestParam(defaultValue = "") String from, Model model, HttpServletRequest request) {
        Optional<Open> open = opened(request);
        if (open.isEmpty()) {
            return TO_RETURN;
        }
        if (!isAsked(open.get())) {
            return "redirect:/tell/questions/where";
        }
        View whole = MapRules.whole(open.get().countries());
        Optional<GridPoint> picked = StepRules.point(open.get().answers()).filter(whole::holds);
        View view = picked.map(point -> MapRules.view(whole, point, MapRules.DEEPEST))
                .orElse(whole);
        return show(open.get(), view, MapRules.SMALL, picked, false, from.isEmpty() ? "" : "check", model, request);
    }

    private Optional<Open> opened(HttpServletRequest request) {
        return desk.audited(
                visits.token(request),
                () -> reports.mine()
                        .map(report ->
                                new Open(report, reports.answers(report.id()), situation.mapped(reports.forces()))),
                found -> Entry.of(Act.CONSULTATION, StartPages.SUBJECT, Drafting.TO_TELL)
                        .about(found.map(open -> open.report().id().toString()).stream()
                                .toList())
                        .showing(List.of("point")));
    }

    private static boolean isAsked(Open open) {
        return open.report().state() == Report.State.DRAFT
                && open.answers().is("where", "MAP")
                && !open.countries().isEmpty();
    }

    /** A click, a button, or where a telephone says it is. */
    @PostMapping
    String move(@RequestParam Map<String, String> sent, Model model, HttpServletRequest request) {
        Optional<Open> open = opened(request);
        if (open.isEmpty()) {
            return TO_RETURN;
        }
        if (!isAsked(open.get())) {
            return "redirect:/tell/questions/where";
        }
        int pixels = number(sent, "pixels").orElse(0.0) > MapRules.SMALL ? MapRules.LARGE : MapRules.SMALL;
        View whole = MapRules.whole(open.get().countries());
        View view = MapRules.view(
                whole,
                new GridPoint(
                        number(sent, "east").orElse(whole.middle().eastingMetres()),
                        number(sent, "north").orElse(whole.middle().northingMetres())),
                number(sent, "level").orElse(0.0).intValue());
        Optional<GridPoint> clicked = clicked(sent, view, pixels);
        Optional<GridPoint> here = here(sent);
        String from = sent.getOrDefault("from", "").isEmpty() ? "" : "check";
        if (here.isPresent()) {
            boolean known = MapRules.isOnGrid(here.get()) && whole.holds(here.get());
            View around = known ? MapRules.view(whole, here.get(), MapRules.DEEPEST) : whole;
            return show(open.get(), around, pixels, here.filter(point -> known), !known, from, model, request);
        }
        if (clicked.isPresent() && view.level() == MapRules.DEEPEST) {
            return show(open.get(), view, pixels, clicked, false, from, model, request);
        }
        View next = clicked.map(view::closer).orElseGet(() -> gone(sent.getOrDefault("go", ""), whole, view));
        int size = switch (sent.getOrDefault("go", "")) {
            case "large" -> MapRules.LARGE;
            case "small" -> MapRules.SMALL;
            default -> pixels;
        };
        return show(open.get(), next, size, Optional.empty(), sent.containsKey("lost"), from, model, request);
    }

    /** Where a click was; the button for the cross is a click in the middle. */
    private static Optional<GridPoint> clicked(Map<String, String> sent, View view, int pixels) {
        if (sent.getOrDefault("go", "").equals("in")) {
            return Optional.of(view.middle());
        }
        Optional<Double> x = number(sent, "at.x");
        Optional<Double> y = number(sent, "at.y");
        if (x.isEmpty() || y.isEmpty()) {
            return Optional.empty();
        }
        // A keyboard clicks on a picture at its corner: there it means the cross.
        return x.get() == 0 && y.get() == 0
                ? Optional.of(view.middle())
                : Optional.of(MapRules.onGrid(
                        view.at(Math.clamp(x.get(), 0, pixels), Math.clamp(y.get(), 0, pixels), pixels)));
    }

    private static Optional<GridPoint> here(Map<String, String> sent) {
        Optional<Double> longitude = number(sent, "longitude").filter(degrees -> Math.abs(degrees) <= 180);
        Optional<Double> latitude = number(sent, "latitude").filter(degrees -> Math.abs(degrees) <= 90);
        return longitude.isPresent() && latitude.isPresent()
                ? Optional.of(NationalGrid.fromWgs84(new GeoPoint(
                        Math.clamp(longitude.get(), WEST_END, EAST_END),
                        Math.clamp(latitude.get(), SOUTH_END, NORTH_END))))
                : Optional.empty();
    }

    private static Optional<Double> number(Map<String, String> sent, String field) {
        String text = sent.getOrDefault(field, "");
        return NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    private static View gone(String go, View whole, View view) {
        return switch (go) {
            case "out" -> MapRules.view(whole, view.middle(), view.level() - 1);
            case "north" -> view.moved(0, 1);
            case "south" -> view.moved(0, -1);
            case "east" -> view.moved(1, 0);
            case "west" -> view.moved(-1, 0);
            default -> view;
        };
    }

    private String show(
            Open open,
            View view,
            int pixels,
            Optional<GridPoint> picked,
            boolean lost,
            String from,
            Model model,
            HttpServletRequest request) {
        String svg = MapDrawing.of(
                view,
                pixels,
                open.countries(),
                view.level() == MapRules.DEEPEST ? situation.postcodes(view) : List.of(),
                picked);
        model.addAttribute(
                StartPages.PAGE,
                new MapPage(
                        framing.frame(request, from.isEmpty() ? Step.WHERE.path() : "/tell/check"),
                        "data:image/svg+xml;base64,"
                                + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)),
                        pixels,
                        view.level(),
                        Math.round(view.middle().eastingMetres()),
                        Math.round(view.middle().northingMetres()),
                        picked.map(StepRules::point).orElse(""),
                        picked.map(situation::around).orElse(""),
                        lost,
                        from));
        return "portal/report/map";
    }
}
