package uk.frith.town;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Who lives where, and how deprived each area is. */
final class Population {

    /** Residents and households of one area. */
    record Residents(int households, AgeBands ages) {}

    /** How one domain's scores run, in thousandths, from the most to the least deprived area. */
    private record Scale(double agreement, int most, int least) {}

    private static final double[] AGE_SHARES = {0.185, 0.110, 0.265, 0.255, 0.185};
    private static final double AGE_SHAPE = 60;
    private static final double STUDENTS = 3.2;
    private static final Scale OVERALL = new Scale(1, 68_000, 1_200);
    private static final List<Scale> DOMAINS = List.of(
            new Scale(0.95, 480, 12),
            new Scale(0.93, 390, 10),
            new Scale(0.85, 72_000, 300),
            new Scale(0.85, 2_700, -2_600),
            new Scale(0.70, 2_500, -2_500),
            new Scale(0.15, 58_000, 2_500),
            new Scale(0.35, 66_000, 2_000));

    private Population() {}

    /** About 1,650 residents an area, older towards the edge, students in the middle of the town. */
    static List<Residents> settle(Chance chance, List<Mesh.Cell> cells) {
        List<Residents> settled = new ArrayList<>();
        for (Mesh.Cell cell : cells) {
            int residents = (int) Math.clamp(1_650 + 230 * chance.gaussian(), 1_000, 2_900);
            double outwards = cell.fromMiddle();
            double[] weight = new double[AGE_SHARES.length];
            double total = 0;
            for (int band = 0; band < weight.length; band++) {
                weight[band] = AGE_SHARES[band] * chance.gammaWithMeanOne(AGE_SHAPE);
                if (band == 1 && outwards < 4 && chance.happens(0.25)) {
                    weight[band] *= STUDENTS;
                }
                if (band == 4) {
                    weight[band] *= 0.7 + 0.05 * outwards;
                }
                total += weight[band];
            }
            int[] people = new int[weight.length];
            int rest = residents;
            for (int band = 0; band < people.length - 1; band++) {
                people[band] = (int) (residents * weight[band] / total);
                rest -= people[band];
            }
            int households = (int) (residents / chance.between(2.1, 2.6));
            settled.add(new Residents(households, new AgeBands(people[0], people[1], people[2], people[3], rest)));
        }
        return settled;
    }

    /** Neighbouring areas are alike, the middle of the town is worse off than its edge. */
    static List<Deprivation> rank(Chance chance, List<Mesh.Cell> cells, List<List<Integer>> neighbours) {
        double[] ease = smooth(smooth(noise(chance, cells.size()), neighbours), neighbours);
        for (int i = 0; i < ease.length; i++) {
            ease[i] = 2.2 * ease[i] + 0.08 * cells.get(i).fromMiddle() + 0.25 * chance.gaussian();
        }
        List<Deprivation.Place> overall = places(chance, ease, OVERALL);
        List<List<Deprivation.Place>> domains = new ArrayList<>();
        for (Scale scale : DOMAINS) {
            double[] own = smooth(noise(chance, cells.size()), neighbours);
            double rest = StrictMath.sqrt(1 - scale.agreement * scale.agreement);
            for (int i = 0; i < own.length; i++) {
                own[i] = scale.agreement * ease[i] + 2 * rest * own[i];
            }
            domains.add(places(chance, own, scale));
        }
        List<Deprivation> ranked = new ArrayList<>();
        for (int i = 0; i < ease.length; i++) {
            int area = i;
            ranked.add(new Deprivation(
                    overall.get(area),
                    domains.stream().map(domain -> domain.get(area)).toList()));
        }
        return ranked;
    }

    private static double[] noise(Chance chance, int count) {
        double[] noise = new double[count];
        for (int i = 0; i < count; i++) {
            noise[i] = chance.gaussian();
        }
        return noise;
    }

    private static double[] smooth(double[] values, List<List<Integer>> neighbours) {
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = values[i];
            for (int neighbour : neighbours.get(i)) {
                sum += values[neighbour];
            }
            smooth[i] = sum / (neighbours.get(i).size() + 1);
        }
        return smooth;
    }

    /** Spreads the areas evenly over the nation's ranks, each in a slot of its own; the least at ease comes first. */
    private static List<Deprivation.Place> places(Chance chance, double[] ease, Scale scale) {
        List<Integer> order = IntStream.range(0, ease.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> ease[i]).thenComparingInt(i -> i))
                .toList();
        Deprivation.Place[] places = new Deprivation.Place[ease.length];
        for (int slot = 0; slot < places.length; slot++) {
            double position = (slot + chance.between(0.1, 0.9)) / places.length;
            int rank = 1 + (int) (position * (Deprivation.RANKS - 1));
            double worse = (1 - position) * (1 - position);
            int score = (int) StrictMath.rint(scale.least + (scale.most - scale.least) * worse);
            places[order.get(slot)] = new Deprivation.Place(rank, score);
        }
        return List.of(places);
    }
}
