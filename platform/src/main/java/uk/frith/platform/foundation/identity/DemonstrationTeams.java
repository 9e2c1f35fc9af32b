package uk.frith.platform.foundation.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The teams of the pretend force, and who belongs to which; made by its administrator. */
@Component
class DemonstrationTeams implements DemonstrationPart {

    private static final int FIRST = 10;
    private static final String PURPOSE = "to put pretend people into teams";

    private static final String CONTROL_ROOM = "Control room";
    private static final String NORTH = "North neighbourhood team";
    private static final String PROBLEM_SOLVING = "Problem-solving team";

    private static final List<String> TEAMS =
            List.of(CONTROL_ROOM, NORTH, "East neighbourhood team", "South neighbourhood team", PROBLEM_SOLVING);

    private static final Map<Role, String> TEAM_OF = Map.of(
            Role.CALL_HANDLER, CONTROL_ROOM,
            Role.NEIGHBOURHOOD_OFFICER, NORTH,
            Role.SUPERVISOR, NORTH,
            Role.ASB_COORDINATOR, PROBLEM_SOLVING,
            Role.ANALYST, PROBLEM_SOLVING);

    private final DemonstrationDesk people;
    private final Accounts accounts;

    DemonstrationTeams(DemonstrationDesk people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        people.as(Role.ADMINISTRATOR, () -> {
            List<String> known = accounts.teams(PURPOSE).stream()
                    .map(AccountRepository.Team::name)
                    .toList();
            TEAMS.stream().filter(team -> !known.contains(team)).forEach(team -> accounts.addTeam(team, PURPOSE));
            Map<String, UUID> teams = accounts.teams(PURPOSE).stream()
                    .collect(Collectors.toMap(AccountRepository.Team::name, AccountRepository.Team::id));
            TEAM_OF.forEach((role, team) -> join(role, Optional.ofNullable(teams.get(team))));
            return teams;
        });
    }

    private void join(Role role, Optional<UUID> team) {
        AccountRepository.Sought sought = new AccountRepository.Sought(
                Optional.empty(), Optional.of(role), Optional.of(DemonstrationAccounts.email(role)));
        accounts.find(sought, 1, PURPOSE).accounts().stream()
                .filter(account -> account.team().isEmpty())
                .forEach(account -> accounts.change(
                        account.id(),
                        new Accounts.Form(account.name(), account.email(), team, account.roles()),
                        PURPOSE));
    }
}
