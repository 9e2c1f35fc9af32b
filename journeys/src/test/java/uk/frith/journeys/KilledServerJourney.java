package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is killed while calls are recorded and typed: what was acknowledged stands whole, and what was typed goes on. */
@ExtendWith(StageParameter.class)
class KilledServerJourney {

    private static final int HANDLERS = 8;
    private static final int ENOUGH = 100;
    private static final int PATIENCE_SECONDS = 180;
    private static final double PATIENCE_MILLIS = 60_000;

    private static final String ACCOUNT =
            "My neighbour from number 9 came to my door again last night and said he would smash my"
                    + " face in. He has been shouting at me every day for three weeks and I am scared to leave the house.";

    /** What an incident of this account must have around it; each counts those that miss it. */
    private static final List<String> HALVES = List.of(
            "not exists (select from recording.handling h where h.incident_id = i.id)",
            "(select count(*) from recording.person p where p.incident_id = i.id) <> 2",
            "(select count(*) from recording.evidence e where e.incident_id = i.id) <> 1",
            "(select count(*) from recording.suggestion s where s.incident_id = i.id)"
                    + " <> (select count(*) from recording.suggestion s where s.incident_id = :first)",
            "(select count(*) from recording.remark r where r.incident_id = i.id)"
                    + " <> (select count(*) from recording.remark r where r.incident_id = :first)",
            "(select count(*) from deadlines.deadline d where d.subject = i.id)"
                    + " <> (select count(*) from deadlines.deadline d where d.subject = :first)",
            "not exists (select from calls.draft d where d.incident_id = i.id and d.state = 'RECORDED')",
            "not exists (select from audit.entry a where a.act = 'COLLECTION' and a.subject = 'incident'"
                    + " and a.ids = array[i.id::text])");

    private static final AtomicInteger CALLERS = new AtomicInteger();

    private static final Product PRODUCT = Product.start();

    private final Stage stage;

    KilledServerJourney(Stage stage) {
        this.stage = stage;
    }

    /** What is killed: the service alone, or its database in the same moment. */
    enum Victim {
        SERVICE,
        SERVICE_AND_DATABASE
    }

    @AfterAll
    static void itEnds() {
        PRODUCT.close();
    }

    @ParameterizedTest
    @EnumSource(Victim.class)
    void every_acknowledged_incident_is_there_and_none_is_half_there(Victim victim) throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        List<HandlerByWire> handlers = new ArrayList<>();
        for (int i = 0; i < HANDLERS; i++) {
            handlers.add(HandlerByWire.signIn(PRODUCT));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (HandlerByWire handler : handlers) {
                threads.execute(() -> recordUntilItEnds(handler, acknowledged, enough));
            }
            assertThat(enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            if (victim == Victim.SERVICE_AND_DATABASE) {
                ProcessHandle.of(databaseProcess()).ifPresent(ProcessHandle::destroyForcibly);
            }
            PRODUCT.kill();
        }

        PRODUCT.startAgain();

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH).doesNotHaveDuplicates();
        List<String> ids = acknowledged.stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
        assertThat(recorded()).containsAll(ids);
        for (String half : HALVES) {
            assertThat(count(half.replace(":first", "'" + ids.getFirst() + "'")))
                    .as(half)
                    .isZero();
        }
        HandlerByWire handler = HandlerByWire.signIn(PRODUCT);
        for (String path : acknowledged.stream().skip(acknowledged.size() - 20L).toList()) {
            assertThat(handler.get(path)).contains("Nell Example", "Otto Example", "doorbell film", "smash my");
        }
        assertThat(handler.record(ACCOUNT, CALLERS.incrementAndGet())).startsWith("/incidents/");
    }

    private static void recordUntilItEnds(HandlerByWire handler, Queue<String> acknowledged, CountDownLatch enough) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                acknowledged.add(handler.record(ACCOUNT, CALLERS.incrementAndGet()));
                enough.countDown();
            }
        } catch (IOException e) {
            // The server is gone: that is what this waits for.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_call_that_is_being_typed_goes_on_when_the_server_comes_back() throws Exception {
        try (BrowserContext context = stage.browser().newContext()) {
            Page page = context.newPage();
            Product.SignIn signIn = PRODUCT.signIn(Role.CALL_HANDLER);
            page.navigate(PRODUCT.address() + "/sign-in");
            page.locator("#email").fill(signIn.email());
            page.locator("input[type=password]").fill(signIn.password());
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Today");
            page.navigate(PRODUCT.address() + "/calls");
            page.locator("button:has-text('Take a call')").click();
            page.locator("#account").click();
            page.keyboard().type("Loud music since nine");
            assertThat(page.locator("#beside")).containsText("Opens as");
            PRODUCT.kill();
            page.keyboard().type(" and now shouting");
            assertThat(page.locator("[data-no-connection]"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
            page.keyboard().type(" too");

            PRODUCT.startAgain();

            assertThat(page.locator("[data-no-connection]"))
                    .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MILLIS));
            page.reload();
            assertThat(page.locator("#account")).hasValue("Loud music since nine and now shouting too");
        }
    }

    private long databaseProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(PRODUCT.data().resolve("database/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private List<String> recorded() throws IOException, SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from recording.incident where source = 'call'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private long count(String half) throws IOException, SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from recording.incident i where i.source = 'call' and " + half)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** As the superuser of the embedded server, who sees everything. */
    private Connection database() throws IOException, SQLException {
        String port = Files.readAllLines(PRODUCT.data().resolve("database/postmaster.pid"))
                .get(3)
                .strip();
        String secret = Files.readString(PRODUCT.data().resolve("secrets/database-superuser"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/frith", "frith_super", secret.strip());
    }
}
