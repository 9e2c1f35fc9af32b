package uk.frith.journeys;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a journey starts from: the running product, and people who sit down in front of it. */
@ExtendWith(StageParameter.class)
abstract class PeopleAtTheirDesks {

    private final Stage stage;
    private final List<Visit> visits = new ArrayList<>();

    PeopleAtTheirDesks(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void everybodyLeaves() {
        visits.forEach(Visit::close);
        visits.clear();
    }

    Product product() {
        return stage.product();
    }

    /** Somebody who isn't signed in, in a browser that knows nothing of them. */
    Visit visitor(Scripts scripts) {
        Visit visit = new Visit(stage, getClass().getSimpleName(), scripts);
        visits.add(visit);
        return visit;
    }

    /** Somebody who has signed in. */
    Visit signedIn(Role role, Scripts scripts) {
        Visit visit = visitor(scripts);
        visit.signIn(product().signIn(role));
        visit.stands("Today");
        return visit;
    }
}
