package io.buildingos.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://u:p@h:5433/d|jdbc:postgresql://h:5433/d|u|p|public",
                "postgres://u:p@h/d|jdbc:postgresql://h/d|u|p|public",
                "postgresql://u@h/d|jdbc:postgresql://h/d|u|''|public",
                "postgresql://u%40x:p%2Fw%3A%25+@h/my%20db|jdbc:postgresql://h/my%20db|u@x|p/w:%+|public",
                "postgresql://u:p@ss@h/d|jdbc:postgresql://h/d|u|p@ss|public",
                "postgresql://u:p@h/d?schema=app|jdbc:postgresql://h/d?currentSchema=app|u|p|app",
                "postgresql://u:p@h/d?sslmode=verify-full&sslrootcert=/etc/ca.pem|jdbc:postgresql://h/d?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem|u|p|public",
                "postgresql://u:p@h/d?connect_timeout=5&application_name=b|jdbc:postgresql://h/d?ApplicationName=b&connectTimeout=5|u|p|public",
                "postgresql://u:p@h1:1,h2:2/d?target_session_attrs=read-write|jdbc:postgresql://h1:1,h2:2/d?targetServerType=primary|u|p|public",
                "postgresql://u:p@h/d?connection_limit=5&pgbouncer=true|jdbc:postgresql://h/d?prepareThreshold=0|u|p|public",
                "postgresql://u:p@[::1]:5432/d|jdbc:postgresql://[::1]:5432/d|u|p|public",
                "postgresql://h/d?user=u&password=p|jdbc:postgresql://h/d|u|p|public",
                "jdbc:postgresql://h:5432/d?user=u&password=p%26&ApplicationName=b|jdbc:postgresql://h:5432/d?ApplicationName=b|u|p&|public",
                "jdbc:postgresql://u:p@h/d?currentSchema=app|jdbc:postgresql://h/d?currentSchema=app|u|p|app",
            })
    void readsTheFormsThatToolsWrite(String url, String jdbcUrl, String user, String password, String schema)
            throws Refusal {
        Database database = DatabaseUrl.parse(url);
        assertEquals(jdbcUrl, database.jdbcUrl());
        assertEquals(user, database.user());
        assertEquals(password, database.password());
        assertEquals(schema, database.schema());
    }

    @Test
    void tellsToolsTheHostPortAndName() throws Refusal {
        Database database = DatabaseUrl.parse("postgresql://u:p@h:5433/my%20db");
        assertEquals("h", database.host());
        assertEquals(5433, database.port());
        assertEquals("my db", database.name());
        assertEquals(5432, DatabaseUrl.parse("postgresql://u:p@h/d").port());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter22",
                "mysql://u:hunter22@h/d",
                "postgresql://u:hunter22/x@h/d",
                "postgresql://u:hunter22#x@h/d",
                "postgresql://u:hunter22%@h/d",
                "postgresql://u:hunter22%zz@h/d",
                "postgresql://u:hunter22@h:99999/d",
                "postgresql://u:hunter22@h:port/d",
                "postgresql://u:hunter22@/d",
                "postgresql://u:hunter22@h",
                "postgresql://u:hunter22@h/",
                "postgresql://:hunter22@h/d",
                "postgresql://u:hunter22@h/d?sslmod=require",
                "postgresql://u:hunter22@h/d?sslmode=hunter22",
                "postgresql://u:hunter22@h/d?schema=hunter22'",
                "postgresql://u:hunter22@h/d?hunter22",
                "jdbc:postgresql://h/d?password=hunter22",
                "jdbc:oracle:thin:u/hunter22@h"
            })
    void refusesWhatIsMalformedWithoutShowingIt(String url) {
        Refusal refusal = assertThrows(Refusal.class, () -> DatabaseUrl.parse(url));
        assertFalse(refusal.getMessage().contains("hunter22"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:5432", "127.0.0.1", "[::1]:5432", "db.localhost", "db,localhost:1"})
    void refusesTheLocalMachineInProduction(String host) throws Refusal {
        String url = "postgresql://u:p@" + host + "/d";
        assertEquals(url, DatabaseUrl.RULE.accept(url, Environment.STAGING));
        Refusal refusal = assertThrows(Refusal.class, () -> DatabaseUrl.RULE.accept(url, Environment.PRODUCTION));
        assertEquals("must not be localhost in production", refusal.getMessage());
    }

    @Test
    void leavesThePasswordOutOfItsText() throws Refusal {
        assertEquals(
                "jdbc:postgresql://h/d as u",
                DatabaseUrl.parse("postgresql://u:hunter22@h/d").toString());
    }
}
