package uk.frith.platform.reports.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the exchange with partners.
 *
 * @param requestsPerMinute how many requests one key may make in a minute; default 300
 * @param plainHttp whether reports may be passed on by plain http; for trying out alone; default no
 * @param privateAddresses whether they may be passed on to addresses of private networks, as where a council's system
 *     stands in the same one; default no
 */
@ConfigurationProperties("frith.exchange")
record ExchangeSettings(
        @DefaultValue("300") int requestsPerMinute,
        @DefaultValue("false") boolean plainHttp,
        @DefaultValue("false") boolean privateAddresses) {

    ExchangeSettings {
        if (requestsPerMinute < 1 || requestsPerMinute > 100_000) {
            throw new IllegalArgumentException("frith.exchange.requests-per-minute must be from 1 to 100,000.");
        }
    }
}
