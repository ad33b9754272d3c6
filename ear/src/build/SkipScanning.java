import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Build step, run from its source: gives every library of the EAR an empty index of annotations. WildFly then takes that for
 * its answer instead of reading each of their classes at every start, on one thread, before anything else is deployed (ADR
 * 0009). Argument: the folder of the libraries.
 */
final class SkipScanning {
    /** What Jandex writes for no classes at all, in its format 10, which Jandex 2 and 3 read. */
    private static final byte[] NO_CLASSES = HexFormat.of().parseHex("babe1f150a000000000000000000000000000000");

    private SkipScanning() {}

    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            List<Path> libraries = files.filter(SkipScanning::isForeign).toList();
            for (Path library : libraries) {
                leaveIndex(library);
            }
        }
    }

    /** Our own may lie there from the build before: they have beans to be found, the probes among them. */
    private static boolean isForeign(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar") && !name.startsWith("buildingos-");
    }

    private static void leaveIndex(Path library) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(library)) {
            Path index = jar.getPath("META-INF", "jandex.idx");
            Files.createDirectories(index.getParent());
            if (Files.notExists(index)) {
                Files.write(index, NO_CLASSES);
            }
        }
    }
}
