package io.buildingos.document;

import io.buildingos.config.Configuration;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.store.ObjectStore;
import io.buildingos.store.StoreFailure;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The store of this node. When it doesn't answer, the product says so and nothing else stops. */
@ApplicationScoped
class DocumentStore {
    static final String FOLDER = "documents/";

    private static final Logger LOG = Logger.getLogger(DocumentStore.class);

    @Inject
    private Configuration settings;

    private ObjectStore store;

    @PostConstruct
    void open() {
        store = ObjectStore.ofDocuments(settings);
    }

    @PreDestroy
    void close() {
        store.close();
    }

    <T> T ask(Function<ObjectStore, T> question) {
        try {
            return question.apply(store);
        } catch (StoreFailure failure) {
            throw unavailable(failure);
        }
    }

    void tell(Consumer<ObjectStore> order) {
        ask(objects -> {
            order.accept(objects);
            return null;
        });
    }

    /** As {@link #ask}, for those who can do something about a failure. */
    <T> T attempt(Function<ObjectStore, T> question) {
        return question.apply(store);
    }

    /** What can't be removed now is found by the sweep. */
    void discard(String key) {
        try {
            store.delete(key);
        } catch (StoreFailure failure) {
            LOG.warnf("An object that is no longer needed stays until it is swept: %s", failure.getMessage());
        }
    }

    static Refusal unavailable(StoreFailure failure) {
        LOG.errorf("%s", failure.getMessage());
        return Refusal.of(ErrorCode.UNAVAILABLE, "The document store doesn't answer: try again shortly.");
    }
}
