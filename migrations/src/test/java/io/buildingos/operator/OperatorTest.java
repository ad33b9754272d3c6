package io.buildingos.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class OperatorTest {
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(CommandLine command) {
        StringWriter said = new StringWriter();
        command.setOut(new PrintWriter(said));
        assertEquals(0, command.execute("--help"), command.getCommandSpec().qualifiedName());
        assertTrue(said.toString().contains("Usage: " + command.getCommandSpec().qualifiedName()), said.toString());
    }

    static Stream<CommandLine> commands() {
        return all(Operator.commandLine(Map.of()));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(OperatorTest::all));
    }
}
