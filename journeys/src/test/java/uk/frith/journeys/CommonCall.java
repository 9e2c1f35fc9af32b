package uk.frith.journeys;

import java.util.List;

/**
 * A call as handlers take it down, in their own shorthand; people, numbers and places are invented.
 *
 * @param name of the call in the published table
 * @param followsUp whether it is about what the same number reported before
 * @param affected who else suffers it; empty when nobody was named
 * @param evidence what was offered; empty when nothing was
 */
record CommonCall(
        String name,
        boolean followsUp,
        String phone,
        String caller,
        String place,
        String story,
        String affected,
        String evidence) {

    private static final String NOBODY = "";
    private static final String NOTHING = "";

    /** Ten kinds that make up most of what forces are called about. */
    static List<CommonCall> ten() {
        return List.of(
                new CommonCall(
                        "Noise from a neighbour",
                        false,
                        "0113 496 0101",
                        "Ada Example",
                        "14 Mill Lane, Testham",
                        "music very loud from no 16 since 9 tonight, 3rd night this week. cllr cant sleep, work at 6. has"
                                + " asked them twice, they laughed.",
                        NOBODY,
                        "phone recording of tonight"),
                new CommonCall(
                        "Rowdy young people",
                        false,
                        "07700 900 102",
                        "Ben Example",
                        "Shops on Station Road, Testham",
                        "10 to 12 youths outside the chip shop, shouting at customers, kicking bins over. most in black"
                                + " tracksuits. every evening since half term.",
                        NOBODY,
                        NOTHING),
                new CommonCall(
                        "Abuse aimed at a neighbour",
                        false,
                        "0113 496 0103",
                        "Cara Example",
                        "9 Long Row, Testham",
                        "neighbour at no 7 calls her names over the fence every day for 3 wks, last night banged on her door"
                                + " and said he would smash her windows. scared to go out the back.",
                        "Dan Example, 07700 900 113, not yet",
                        "doorbell film of last night"),
                new CommonCall(
                        "Off-road bikes",
                        false,
                        "07700 900 104",
                        "Eve Example",
                        "Rec behind Abbey Close, Testham",
                        "2 off road bikes tearing up and down the rec, no helmets no plates, one blue one orange. nearly hit"
                                + " a child just now.",
                        NOBODY,
                        "video on her phone"),
                new CommonCall(
                        "Street drinking",
                        false,
                        "0113 496 0105",
                        "Finn Example",
                        "Bus shelter, Market Square, Testham",
                        "4 or 5 drinkers in the bus shelter from morning on, bottles everywhere, shouting at people waiting."
                                + " old people wont use that stop any more.",
                        NOBODY,
                        NOTHING),
                new CommonCall(
                        "Fireworks",
                        false,
                        "07700 900 106",
                        "Gail Example",
                        "Corner of Elm Road and Oak Road, Testham",
                        "lads letting off fireworks in the road, aiming them at passing cars. about 6 of them, 14 or 15 yrs."
                                + " started 20 mins ago, still there.",
                        NOBODY,
                        NOTHING),
                new CommonCall(
                        "Drug litter",
                        false,
                        "0113 496 0107",
                        "Hal Example",
                        "Stairwell of Mill House, Testham",
                        "needles and foil on the stairs again, 2nd fl landing. children come past there to school. happens"
                                + " every weekend, people in and out of flat 12 all night.",
                        NOBODY,
                        "photo of the stairs"),
                new CommonCall(
                        "Begging that bothers people",
                        false,
                        "07700 900 108",
                        "Ida Example",
                        "Outside the bank, High Street, Testham",
                        "man sits by the cash machine, asks everyone for money, swears at those who say no. followed an"
                                + " elderly lady to her car today.",
                        NOBODY,
                        NOTHING),
                new CommonCall(
                        "Abandoned vehicle",
                        false,
                        "0113 496 0109",
                        "Jon Example",
                        "Lay-by on Priory Road, Testham",
                        "silver hatchback, flat tyres, no plates, been there 5 wks. windows smashed last night, kids climb"
                                + " in it.",
                        NOBODY,
                        NOTHING),
                new CommonCall(
                        "Follow-up of an earlier call",
                        true,
                        "0113 496 0103",
                        "",
                        "",
                        "he is at it again, shouting through the letter box that she will be sorry she rang you. she is"
                                + " crying on the phone.",
                        NOBODY,
                        NOTHING));
    }

    @Override
    public String toString() {
        return name;
    }
}
