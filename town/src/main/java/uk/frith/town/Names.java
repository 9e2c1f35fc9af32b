package uk.frith.town;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invented names that can be said aloud and are no real district's or ward's. */
final class Names {

    static final List<String> BEGINNINGS = List.of(
            "Quel", "Zann", "Vorr", "Ylm", "Jeth", "Ovar", "Thrall", "Brux", "Krell", "Fenz", "Pelv", "Grist", "Murv",
            "Tazel", "Yarv", "Dremm", "Sprill", "Quor", "Hesk", "Luthe");

    static final List<String> ENDINGS =
            List.of("wick", "stead", "holme", "mere", "garth", "ness", "combe", "den", "hythe", "thorpe");

    private static final List<String> STREET_BEGINNINGS = List.of(
            "Alder",
            "Aspen",
            "Bramble",
            "Cinder",
            "Cobbler",
            "Copper",
            "Damson",
            "Ferrier",
            "Flint",
            "Gorse",
            "Hawser",
            "Hazel",
            "Juniper",
            "Kestrel",
            "Lantern",
            "Larch",
            "Linnet",
            "Mallow",
            "Medlar",
            "Nettle",
            "Orchard",
            "Osier",
            "Pewter",
            "Plover",
            "Quarry",
            "Rowan",
            "Saddler",
            "Sorrel",
            "Spindle",
            "Tanner",
            "Teasel",
            "Thimble",
            "Turnpike",
            "Weaver",
            "Whin",
            "Yarrow");

    private static final List<String> STREET_ENDINGS = List.of(
            "Street", "Road", "Lane", "Close", "Avenue", "Row", "Way", "Terrace", "Drive", "Court", "Gardens", "Rise");

    /** Places that open data names by their kind. */
    static final List<String> KINDS_OF_PLACE = List.of(
            "Supermarket",
            "Parking Area",
            "Park/Open Space",
            "Petrol Station",
            "Sports/Recreation Area",
            "Shopping Area",
            "Bus/Coach Station",
            "Nightclub");

    private final Chance chance;
    private final Set<String> given = new HashSet<>();

    Names(Chance chance) {
        this.chance = chance;
    }

    /** A name for a district or ward that hasn't been given yet. */
    String place() {
        while (true) {
            String name = chance.pick(BEGINNINGS) + chance.pick(ENDINGS);
            if (given.add(name)) {
                return name;
            }
        }
    }

    /** That many street names, all different; one area in three has a place of a kind among them. */
    List<String> streets(int count) {
        List<String> names = new ArrayList<>();
        while (names.size() < count) {
            boolean kind = names.isEmpty() && chance.happens(1.0 / 3);
            String name = kind
                    ? chance.pick(KINDS_OF_PLACE)
                    : chance.pick(STREET_BEGINNINGS) + " " + chance.pick(STREET_ENDINGS);
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }
}
