package org.batonrelay.doors;

import static org.batonrelay.doors.Addresses.at;
import static org.batonrelay.doors.Addresses.on;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import org.batonrelay.team.People;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Every door of the house and who may come in by it. What is not named here stays shut.
 *
 * <p>Long because all doors are looked at together.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Doors {

    private static final String OWN_PAGES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private final String address;

    Doors(@Value("${baton.base-url}") String address) {
        this.address = address;
    }

    /** The engine's own REST API, where Modeler deploys. The engine's authorizations say who may do what in it. */
    @Bean
    @Order(1)
    SecurityFilterChain engineDoor(
            HttpSecurity http,
            CamundaLogin logins,
            IdentityService identities,
            ObjectMapper json,
            LoginTries tries,
            People people)
            throws Exception {
        return withPassword(http.securityMatcher(at("/engine-rest", "/engine-rest/**")), logins, json, "Baton's engine")
                .authorizeHttpRequests(who -> who.anyRequest().authenticated())
                .addFilterAfter(new WebAppDoorkeeper(tries, people), AuthorizationFilter.class)
                .addFilterAfter(new EngineLimits(), AuthorizationFilter.class)
                .addFilterAfter(new EngineKnowsWhoActs(identities), AuthorizationFilter.class)
                .build();
    }

    /** Programs, managers, operators. */
    @Bean
    @Order(2)
    SecurityFilterChain programsDoor(HttpSecurity http, CamundaLogin logins, ObjectMapper json) throws Exception {
        return withPassword(http.securityMatcher(at("/api/**", "/actuator/**")), logins, json, "Baton")
                .authorizeHttpRequests(who -> who.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(on(GET, "/actuator/health", "/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(at("/actuator/prometheus"))
                        .hasAnyAuthority("manager", "camunda-admin")
                        // visitors of a website, and Slack, whose calls are signed
                        .requestMatchers(at("/api/chat", "/api/chat/**"))
                        .permitAll()
                        .requestMatchers(on(POST, "/api/slack/events", "/api/signatures"))
                        .permitAll()
                        .requestMatchers(on(POST, "/api/leads"))
                        .hasAnyAuthority("lead-source", "marketing", "manager")
                        .requestMatchers(on(POST, "/api/leads/import", "/api/accounts/import"))
                        .hasAnyAuthority("marketing", "manager")
                        .requestMatchers(at("/api/figures/**", "/api/ledger/**"))
                        .hasAuthority("manager")
                        .requestMatchers(at("/api/**"))
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /**
     * Camunda's web apps keep their login page, session and filters. Their static files and what the login page itself
     * calls are open (it asks for the names of the engines before anybody can type), nothing else: not the set-up of a
     * first administrator either, with which Camunda would let a stranger in.
     */
    @Bean
    @Order(3)
    SecurityFilterChain webAppsDoor(HttpSecurity http, CamundaLogin logins, LoginTries tries, People people)
            throws Exception {
        return http.securityMatcher(at("/camunda", "/camunda/**"))
                .csrf(AbstractHttpConfigurer::disable) // the web apps have their own
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(Doors::leaveSessionsToTheWebApps)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin))
                .addFilterBefore(new WebAppLogin(logins, people), BasicAuthenticationFilter.class)
                .addFilterBefore(new OwnOrigin(address), AuthorizationFilter.class)
                .addFilterAfter(new WebAppDoorkeeper(tries, people), AuthorizationFilter.class)
                .exceptionHandling(
                        refuse -> refuse.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(who -> who.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(at("/camunda/api/admin/setup/**"))
                        .denyAll()
                        .requestMatchers(
                                on(GET, "/camunda/api/engine/engine/", "/camunda/api/admin/auth/user/{engine}"))
                        .permitAll()
                        .requestMatchers(on(
                                POST,
                                "/camunda/api/admin/auth/user/{engine}/login/{app}",
                                "/camunda/api/admin/auth/user/{engine}/logout"))
                        .permitAll()
                        .requestMatchers(on(GET, "/camunda/api/{app}/plugin/{plugin}/static/**"))
                        .permitAll()
                        .requestMatchers(at("/camunda/api/**"))
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    /** Pages of leads, and of single offers: for whoever is logged in to a web app, else behind the login page. */
    @Bean
    @Order(4)
    SecurityFilterChain leadPagesDoor(HttpSecurity http, CamundaLogin logins, People people, ObjectMapper json)
            throws Exception {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("BATON-CSRF");
        tokens.setCookiePath("/");
        LoginFirst login = new LoginFirst(new SentencesForTheUninvited(json, "Baton's leads"));
        return withPassword(
                        http.securityMatcher(
                                at("/leads", "/leads.csv", "/leads.xlsx", "/leads/**", "/figures", "/offers/**")),
                        logins,
                        json,
                        "Baton's leads")
                .exceptionHandling(refuse -> refuse.authenticationEntryPoint(login))
                // every request logs in anew here; a token must outlive that, or a second page would shut the first one
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .addFilterBefore(new WebAppLogin(logins, people), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(who -> who.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(at("/leads/import", "/leads/import/**"))
                        .hasAnyAuthority("marketing", "manager")
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** What anybody may open, and for all the rest: nobody. */
    @Bean
    @Order(5)
    SecurityFilterChain streetDoor(
            HttpSecurity http, CamundaLogin logins, People people, ObjectMapper json, Environment environment)
            throws Exception {
        boolean mailboxIsOpen = environment.acceptsProfiles(Profiles.of("default"));
        SentencesForTheUninvited sentences = new SentencesForTheUninvited(json, null);
        return withPassword(http, logins, json, "Baton")
                // no browser asks for a password that opens nothing, over the page that happens to show
                .exceptionHandling(refuse -> refuse.authenticationEntryPoint(sentences))
                .addFilterBefore(new WebAppLogin(logins, people), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(who -> who.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(on(GET, "/", "/favicon.ico", "/camunda-welcome", "/camunda-welcome/**"))
                        .permitAll()
                        .requestMatchers(at("/c/**", "/lost-link", "/chat.js", "/login"))
                        .permitAll()
                        .requestMatchers(at("/mailbox", "/mailbox/**"))
                        .access((login, request) -> new AuthorizationDecision(mailboxIsOpen))
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private HttpSecurity withPassword(HttpSecurity http, CamundaLogin logins, ObjectMapper json, String realm)
            throws Exception {
        SentencesForTheUninvited sentences = new SentencesForTheUninvited(json, realm);
        return http.authenticationManager(
                        new ProviderManager(logins)) // alone: a parent would ask, and count, once more
                .csrf(AbstractHttpConfigurer::disable) // no cookie speaks for anybody here
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(Doors::leaveSessionsToTheWebApps)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(OWN_PAGES))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new OwnOrigin(address), AuthorizationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(sentences))
                .exceptionHandling(
                        refuse -> refuse.authenticationEntryPoint(sentences).accessDeniedHandler(sentences));
    }

    /** They renew a session at its login themselves; renewed once more by us, parallel calls would lose it. */
    private static void leaveSessionsToTheWebApps(SessionManagementConfigurer<HttpSecurity> session) {
        session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                .sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::none);
    }
}
