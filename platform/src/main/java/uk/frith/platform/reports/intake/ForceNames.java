package uk.frith.platform.reports.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** From the name of a force, as it stands in the rows of a file, to the slug that stands in the names of files. */
final class ForceNames {

    /** Forces whose slug doesn't follow from their name. */
    private static final Map<String, String> IRREGULAR = Map.of(
            "metropolitan police service", "metropolitan",
            "british transport police", "btp",
            "police service of northern ireland", "northern-ireland",
            "hampshire and isle of wight constabulary", "hampshire",
            "hampshire & isle of wight constabulary", "hampshire",
            "heddlu gogledd cymru", "north-wales",
            "heddlu de cymru", "south-wales");

    /** The slugs of data.police.uk, for files whose rows don't name their force. */
    private static final Set<String> SLUGS = Set.of(
            "avon-and-somerset",
            "bedfordshire",
            "btp",
            "cambridgeshire",
            "cheshire",
            "city-of-london",
            "cleveland",
            "cumbria",
            "derbyshire",
            "devon-and-cornwall",
            "dorset",
            "durham",
            "dyfed-powys",
            "essex",
            "gloucestershire",
            "greater-manchester",
            "gwent",
            "hampshire",
            "hertfordshire",
            "humberside",
            "kent",
            "lancashire",
            "leicestershire",
            "lincolnshire",
            "merseyside",
            "metropolitan",
            "norfolk",
            "north-wales",
            "north-yorkshire",
            "northamptonshire",
            "northern-ireland",
            "northumbria",
            "nottinghamshire",
            "south-wales",
            "south-yorkshire",
            "staffordshire",
            "suffolk",
            "surrey",
            "sussex",
            "thames-valley",
            "warwickshire",
            "west-mercia",
            "west-midlands",
            "west-yorkshire",
            "wiltshire");

    private ForceNames() {}

    /** The slug of a force's name; empty for an empty name. */
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
        String irregular = IRREGULAR.get(plain);
        if (irregular != null) {
            return irregular;
        }
        return plain.replaceAll("\\b(heddlu|police|constabulary|service)\\b", " ")
                .replace("&", " and ")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Whether data.police.uk has a force of this slug. */
    static boolean isForce(String slug) {
        return SLUGS.contains(slug);
    }
}
