package org.batonrelay.team;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TeamSettings.class, FeedSettings.class})
class TeamSetup {}
