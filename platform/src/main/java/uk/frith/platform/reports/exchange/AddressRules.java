package uk.frith.platform.reports.exchange;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * To which addresses reports may be sent: to public ones by https, so that nobody who may set an address can make the
 * service knock at doors inside the force's own network.
 *
 * <p>Sources: the special-purpose address registries of IANA (RFC 6890 and its successors); OWASP, Server Side Request
 * Forgery Prevention.
 */
final class AddressRules {

    private static final int LONGEST = 500;

    private AddressRules() {}

    /** Finds the numbers of a name. */
    interface Names {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    /** What a site has allowed beyond the rule. */
    record Leeway(boolean plainHttp, boolean privateAddresses) {}

    /** What is wrong with an address; empty when reports may be sent there. */
    static Optional<String> fault(String address, Leeway leeway, Names names) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return Optional.of("Enter an address, like https://council.example/open311/v2");
        }
        String host = uri.getHost();
        if (address.length() > LONGEST || host == null || host.isEmpty() || uri.getFragment() != null) {
            return Optional.of("Enter an address, like https://council.example/open311/v2");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null) {
            return Optional.of("Leave names, passwords and questions out of the address");
        }
        boolean https = "https".equals(uri.getScheme());
        if (!https && !(leeway.plainHttp() && "http".equals(uri.getScheme()))) {
            return Optional.of("Enter an address that begins with https://");
        }
        try {
            List<InetAddress> found = names.of(host.replaceAll("^\\[|]$", ""));
            boolean open = !found.isEmpty() && found.stream().allMatch(AddressRules::isPublic);
            return open || leeway.privateAddresses()
                    ? Optional.empty()
                    : Optional.of("This address leads into a private network; reports are sent to public ones only");
        } catch (UnknownHostException e) {
            return Optional.of("There is no machine of this name");
        }
    }

    /** Whether a number belongs to the open internet. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            case Inet6Address six -> isPublicSix(bytes);
            default -> false;
        };
    }

    private static boolean isPublic(int a, int b, int c) {
        boolean own = a == 0 || a == 10 || a == 127 || a >= 224;
        boolean shared = a == 100 && (b >= 64 && b < 128);
        boolean local = (a == 169 && b == 254) || (a == 172 && (b >= 16 && b < 32)) || (a == 192 && b == 168);
        boolean special = (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100)))
                || (a == 203 && b == 0 && c == 113)
                || (a == 192 && b == 88 && c == 99);
        return !own && !shared && !local && !special;
    }

    /** Only the part of the number space that is given out, without the parts that hide an older number in them. */
    private static boolean isPublicSix(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        boolean given = (first & 0xe000) == 0x2000;
        boolean tunnel = first == 0x2002 || (first == 0x2001 && second == 0);
        boolean documents = first == 0x2001 && second == 0x0db8;
        return given && !tunnel && !documents;
    }
}
