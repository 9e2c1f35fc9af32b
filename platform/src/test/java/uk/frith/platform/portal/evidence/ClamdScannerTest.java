package uk.frith.platform.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import uk.frith.platform.portal.evidence.VirusScanner.Verdict;

/** Speaks clamd's INSTREAM with a daemon that takes it apart byte by byte. */
class ClamdScannerTest {

    /** The harmless file that every scanner knows, in two pieces so that no scanner finds it here. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    /** Answers one connection as clamd does; the stream that it read is the future's value. */
    static CompletableFuture<byte[]> daemon(ServerSocket server, boolean gibberish) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] command = in.readNBytes(10);
                if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                    throw new IllegalStateException("not the command");
                }
                ByteArrayOutputStream stream = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    stream.write(in.readNBytes(length));
                }
                boolean found = stream.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
                String answer = gibberish
                        ? "INSTREAM size limit exceeded. ERROR\0"
                        : found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return stream.toByteArray();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private static ClamdScanner scannerAt(ServerSocket server) {
        return new ClamdScanner("127.0.0.1:" + server.getLocalPort());
    }

    @Test
    void what_is_sent_arrives_whole_and_a_file_without_a_virus_is_said_to_hold_nothing_found() throws Exception {
        byte[] much = new byte[3_000_000];
        new java.util.Random(1).nextBytes(much);
        try (ServerSocket server = listening()) {
            CompletableFuture<byte[]> read = daemon(server, false);
            assertThat(scannerAt(server).scan(out -> out.write(much))).isEqualTo(new Verdict.NothingFound("clamd"));
            assertThat(read.get()).isEqualTo(much);
        }
    }

    @Test
    void a_virus_is_named() throws Exception {
        try (ServerSocket server = listening()) {
            CompletableFuture<byte[]> read = daemon(server, false);
            assertThat(scannerAt(server).scan(out -> out.write(EICAR.getBytes(StandardCharsets.US_ASCII))))
                    .isEqualTo(new Verdict.Found("clamd", "Eicar-Test-Signature"));
            assertThat(read.get()).hasSize(EICAR.length());
        }
    }

    @Test
    void whatever_is_no_clear_answer_leaves_the_file_not_scanned() throws Exception {
        try (ServerSocket server = listening()) {
            CompletableFuture<byte[]> read = daemon(server, true);
            assertThat(scannerAt(server).scan(out -> out.write(1))).isInstanceOf(Verdict.NotScanned.class);
            assertThat(read.get()).hasSize(1);
        }
        ServerSocket gone = listening();
        gone.close();
        assertThat(scannerAt(gone).scan(out -> out.write(1))).isInstanceOf(Verdict.NotScanned.class);
    }
}
