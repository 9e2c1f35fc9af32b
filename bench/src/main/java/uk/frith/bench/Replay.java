package uk.frith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * pgbench with the statements of the product: as many clients as people, as the same role, each with a session of its own.
 *
 * @param scripts the folder in which they stand, as {@code 0.sql}, {@code 1.sql} …
 * @param number how many of them there are
 */
record Replay(Path scripts, int number, int seconds) {

    /** One turn of all clients at once. */
    Turn turn(Demonstration product, List<Person> people) throws IOException, InterruptedException {
        List<Process> clients = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            List<String> command = new ArrayList<>(List.of(
                    "pgbench",
                    "-h",
                    "127.0.0.1",
                    "-p",
                    product.databasePort(),
                    "-U",
                    "frith_app",
                    "-n",
                    "-M",
                    "prepared",
                    "-c",
                    "1",
                    "-T",
                    String.valueOf(seconds),
                    "-l",
                    "--log-prefix=" + "times-" + i,
                    "-D",
                    "token=" + people.get(i).token()));
            for (int script = 0; script < number; script++) {
                command.addAll(List.of("-f", script + ".sql"));
            }
            command.add("frith");
            ProcessBuilder pgbench = new ProcessBuilder(command)
                    .directory(scripts.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(scripts.resolve("said-" + i).toFile());
            pgbench.environment().put("PGPASSWORD", product.secret("database-app"));
            clients.add(pgbench.start());
        }
        for (int i = 0; i < clients.size(); i++) {
            if (clients.get(i).waitFor() != 0) {
                throw new IllegalStateException("pgbench failed: " + Files.readString(scripts.resolve("said-" + i)));
            }
        }
        return new Turn(Arrays.stream(Statements.times(scripts, "times-"))
                .mapToDouble(micros -> micros / 1e3)
                .toArray());
    }
}
