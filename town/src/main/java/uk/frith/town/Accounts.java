package uk.frith.town;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is said about an incident: two short sentences at most, and never the name of a person. */
final class Accounts {

    private static final List<String> TURNS = List.of(
            "",
            "",
            ", not for the first time",
            ", the third time this month",
            ", worse than before",
            ", as on other days",
            ", reported before without result");

    private static final List<String> FROM_THE_PUBLIC = List.of(
            "",
            " Caller asks for a patrol to come by.",
            " Caller does not want to be named.",
            " The council has been told as well.",
            " Neighbours have noticed it too.",
            " Caller would like to know what is being done.",
            " Caller said \"nobody ever comes\".",
            " Caller has kept a diary, with dates.");

    private static final List<String> FROM_THE_TARGETED = List.of(
            " Caller feels singled out and is afraid to go out.",
            " Caller says it is always aimed at them.",
            " Caller lives alone and has stopped sleeping.",
            " Caller is unwell and says this makes it worse.",
            " Caller's children no longer play outside.",
            " Caller asks to be moved.");

    private static final List<String> FROM_OFFICERS =
            List.of(" Words of advice given.", " Area searched, no trace.", " Details taken for the local team.", "");

    private static final List<String> FROM_PARTNERS = List.of(
            " Passed on by the housing office.",
            " Seen by the warden on the morning round.",
            " Passed on by the council's call centre.",
            " Passed on by the school.");

    private static final String OPENINGS = """
            VEHICLE_ABANDONED
              Car with flat tyres and no plates left across two bays
              Burnt-out moped dumped by the garages
              Van full of rubbish not moved for weeks
              Old caravan left on the verge
              Car with a smashed window, boot open, left by the shops
            VEHICLE_NUISANCE_OR_INAPPROPRIATE_USE
              Cars racing round the estate and doing handbrake turns
              Two on an off-road bike without helmets, riding on the path
              Quad bike tearing up the playing field
              Car meet with loud engines and horns
              E-scooters ridden at walkers on the pavement
              Motorbike revved up and down the road
            ROWDY_OR_INCONSIDERATE_BEHAVIOUR
              Group of about ten youths shouting and swearing at passers-by
              Eggs and stones thrown at windows
              Youths on the roof of the shops, throwing things down
              Drunk men shouting and kicking bins over
              Football kicked against garage doors
              Large group outside the takeaway, blocking the way in
              Doors knocked on and run away from
              Young people lighting a small fire in the park
            ROWDY_OR_NUISANCE_NEIGHBOURS
              Neighbours shouting and slamming doors through the night
              Neighbour banging on the wall and making threats
              People coming and going next door at all hours
              Dispute over a fence, with abuse shouted across it
              Rubbish thrown over from next door
              Smell of cannabis and loud visitors in the flat below
            LITTERING_OR_DRUGS_PARAPHERNALIA
              Needles and foil left in the stairwell
              Bags of household waste tipped by the bins
              Small gas canisters and bottles all over the car park
              Broken glass on the slide
              Mattress, fridge and tyres dumped in the lane
            ANIMAL_PROBLEMS
              Dog off the lead going for other dogs
              Two horses loose on the road
              Dog set on cats by youths
              Dog barking day and night in a yard
              Large dog jumping up at children
            TRESPASSING
              People in the empty school, torches seen
              Youths climbing the scaffolding
              Someone sleeping in the bin store
              Group walking through gardens as a short cut
              Children on the building site
            NUISANCE_CALLS
              Silent calls, twenty or more in a day
              Abusive messages from a number that is withheld
              Repeated hoax calls from the phone box
              Caller rings and hangs up through the night
            STREET_DRINKING
              Group drinking on the benches and shouting
              Street drinkers in the bus shelter, cans everywhere
              People drinking in the churchyard and urinating
              Drinkers asking shoppers for cigarettes
            PROSTITUTION_RELATED_ACTIVITY
              Kerb crawlers going round the block
              Residents approached by drivers on their own street
              Condoms left in the doorway
            NUISANCE_NOISE
              Loud music with heavy bass
              House party with people out in the road
              Alarm sounding since last night
              Speaker played in the park until late
              Shouting and music from a garden
            BEGGING
              Man sitting by the cash machine asking for money
              Woman going from car to car at the lights asking for change
              Beggar following people out of the station
              Two people begging outside the supermarket, getting angry
            MISUSE_OF_FIREWORKS
              Fireworks let off in the street by youths
              Rockets aimed at passing cars
              Fireworks put through letter boxes
              Bangers thrown at dogs in the park
              Fireworks after midnight
            """;

    private final Chance chance;
    private final Map<AsbType, List<String>> openings = new EnumMap<>(AsbType.class);

    Accounts(Chance chance) {
        this.chance = chance;
        openings().forEach((type, ofType) -> {
            List<String> sentences = new ArrayList<>();
            for (String opening : ofType) {
                for (String turn : TURNS) {
                    sentences.add(opening + turn + ".");
                }
            }
            openings.put(type, sentences);
        });
    }

    String tell(AsbType type, AsbCategory category, Channel channel) {
        String opening = chance.pick(openings.getOrDefault(type, List.of()));
        List<String> closings = switch (channel) {
            case CALL, ONLINE -> category == AsbCategory.PERSONAL ? FROM_THE_TARGETED : FROM_THE_PUBLIC;
            case OFFICER -> FROM_OFFICERS;
            case PARTNER -> FROM_PARTNERS;
        };
        return opening.concat(chance.pick(closings));
    }

    /** First sentences by type; a line that isn't set in names the type of those that follow. */
    private static Map<AsbType, List<String>> openings() {
        Map<AsbType, List<String>> openings = new EnumMap<>(AsbType.class);
        List<String> ofType = new ArrayList<>();
        for (String line : OPENINGS.lines().toList()) {
            if (line.startsWith(" ")) {
                ofType.add(line.strip());
            } else {
                ofType = new ArrayList<>();
                openings.put(AsbType.valueOf(line), ofType);
            }
        }
        return openings;
    }
}
