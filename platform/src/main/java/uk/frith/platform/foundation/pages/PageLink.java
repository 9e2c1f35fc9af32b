package uk.frith.platform.foundation.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A numbered link of a pagination, or the gap between two of them.
 *
 * @param number what is shown; empty for a gap
 * @param label what a screen reader hears
 */
public record PageLink(String number, String href, boolean current, String label) {
    public static PageLink of(int number, String href, boolean current) {
        return new PageLink(Integer.toString(number), href, current, "Page " + number);
    }

    public static PageLink gap() {
        return new PageLink("", "", false, "");
    }

    public boolean isGap() {
        return number.isEmpty();
    }

    /**
     * First, last, current and its neighbours, with gaps between.
     *
     * @param current from 1 to {@code pages}
     */
    public static List<PageLink> around(int current, int pages, IntFunction<String> href) {
        if (current < 1 || current > pages) {
            throw new IllegalArgumentException("Page " + current + " isn't among " + pages);
        }
        var links = new ArrayList<PageLink>();
        int last = 0;
        for (int page = 1; page <= pages; page++) {
            if (page == 1 || page == pages || Math.abs(page - current) <= 1) {
                if (page - last > 1) {
                    links.add(gap());
                }
                links.add(of(page, href.apply(page), page == current));
                last = page;
            }
        }
        return List.copyOf(links);
    }
}
