package uk.frith.platform.foundation.identity;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.frith.platform.foundation.pages.SecurityHeaders;

/** The order in which a request meets its checks: whose session, is the form ours, is the route open, may they. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebSecurity implements WebMvcConfigurer {

    private final AllowsInterceptor allows;

    WebSecurity(Desk desk, Refusals refusals) {
        this.allows = new AllowsInterceptor(desk, refusals);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(allows);
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            SessionCookies cookies,
            SessionRepository sessions,
            CurrentSession current,
            SessionCsrf csrf,
            Refusals refusals,
            IdentitySettings settings) {
        return http.headers(settings.tlsInFront() ? SecurityHeaders.overTls() : SecurityHeaders.withoutTls())
                .addFilterBefore(new SessionFilter(cookies, sessions, current), CsrfFilter.class)
                .csrf(form -> form.ignoringRequestMatchers(PublicRoutes::isForPrograms)
                        .csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .sessionAuthenticationStrategy((authentication, request, response) -> {}))
                .authorizeHttpRequests(routes -> routes.requestMatchers(PublicRoutes::isOutside)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.accessDeniedHandler(entered(refusals))
                        .authenticationEntryPoint(
                                (request, response, e) -> response.sendError(HttpServletResponse.SC_FORBIDDEN)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Sign-in has its own pages; Spring Security is given nobody to authenticate, and so makes up no user of its own. */
    @Bean
    AuthenticationManager nobody() {
        return authentication -> {
            throw new AuthenticationServiceException("Sign-in has its own pages.");
        };
    }

    private static AccessDeniedHandler entered(Refusals refusals) {
        return (request, response, refusal) -> {
            refusals.enter(refusal instanceof CsrfException ? "form" : "route", "a request that was refused");
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        };
    }
}
