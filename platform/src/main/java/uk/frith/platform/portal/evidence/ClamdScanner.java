package uk.frith.platform.portal.evidence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ClamAV's daemon, by its command INSTREAM: chunks with their length before them, an empty one at the end, and an answer.
 * Whatever isn't a plain "OK" or "FOUND" leaves the file not scanned.
 */
final class ClamdScanner implements VirusScanner {

    private static final String NAME = "clamd";
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    /** The largest file takes a slow machine some seconds; a daemon that says nothing for so long is stuck. */
    private static final Duration ANSWERING = Duration.ofMinutes(2);

    private static final int LONGEST_ANSWER = 4_096;
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");

    private final String host;
    private final int port;

    ClamdScanner(String address) {
        int colon = address.lastIndexOf(':');
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public Verdict scan(Content content) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECTING.toMillis());
            socket.setSoTimeout((int) ANSWERING.toMillis());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            content.into(new Chunks(out));
            out.writeInt(0);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return verdict(new String(answer, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return new Verdict.NotScanned(e.getClass().getSimpleName());
        }
    }

    private static Verdict verdict(String answer) {
        String said = answer.replace("\0", "").strip();
        Matcher found = FOUND.matcher(said);
        if (found.matches()) {
            return new Verdict.Found(NAME, found.group(1));
        }
        return said.equals("stream: OK") ? new Verdict.NothingFound(NAME) : new Verdict.NotScanned("an unclear answer");
    }

    /** Every write is a chunk. */
    private static final class Chunks extends OutputStream {
        private final DataOutputStream out;

        Chunks(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int sign) throws IOException {
            write(new byte[] {(byte) sign}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                out.writeInt(length);
                out.write(Arrays.copyOfRange(bytes, from, from + length));
            }
        }
    }
}
