package io.buildingos.operations;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A node of a YAML file, found by keys and, in lists, by numbers. */
record Yaml(Object value) {

    static List<Yaml> documents(Path file) throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        List<Yaml> documents = new ArrayList<>();
        try (Reader in = Files.newBufferedReader(file)) {
            new org.yaml.snakeyaml.Yaml(new SafeConstructor(strict))
                    .loadAll(in)
                    .forEach(document -> documents.add(new Yaml(document)));
        }
        return documents;
    }

    Yaml at(Object... path) {
        Object node = value;
        for (Object step : path) {
            node = step instanceof Integer index ? ((List<?>) node).get(index) : ((Map<?, ?>) node).get(step);
            if (node == null) {
                throw new AssertionError("nothing at " + List.of(path));
            }
        }
        return new Yaml(node);
    }

    boolean has(String key) {
        return ((Map<?, ?>) value).containsKey(key);
    }

    List<Yaml> items() {
        return ((List<?>) value).stream().map(Yaml::new).toList();
    }

    String text() {
        return value.toString();
    }

    int number() {
        return Integer.parseInt(text());
    }
}
