package io.buildingos.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where mails lead: the addresses of the application's own pages. */
@ApplicationScoped
public class Pages {
    @Inject
    @ConfigProperty(name = "APP_BASE_URL")
    private String base;

    /** Of what a notice is about. */
    public String of(Subject subject) {
        return at(subject.page());
    }

    /** By its path. */
    public String at(String path) {
        return base.replaceFirst("/+$", "") + "/" + path;
    }
}
