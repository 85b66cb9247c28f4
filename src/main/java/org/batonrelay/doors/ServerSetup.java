package org.batonrelay.doors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** How much the web server takes on at once. */
@Configuration(proxyBeanMethods = false)
class ServerSetup {

    private static final int ARRIVING = 200;

    /** Two connections of the database each, and the engine's own jobs: see the pool's size. */
    private static final int WORKING = 16;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesFirst(
            @Value("${spring.servlet.multipart.max-request-size}") DataSize longest) {
        return server -> server.addEngineValves(new BodyFirst((int) longest.toBytes(), ARRIVING, WORKING));
    }
}
