package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The lists take what their description says, and nothing else. */
@SystemTest
class EveryListIT {
    private static final Pattern NAMES = Pattern.compile("can be (?:sorted|filtered) by \\[([^\\]]*)]");

    @TestFactory
    Stream<DynamicTest> takesEverySortAndFilterItDeclares(TestStack stack) {
        DemoTenants tenants = DemoTenants.of(stack);
        return ApiOperation.all(stack).stream()
                .filter(ApiOperation::isList)
                .flatMap(list -> list.choices().stream()
                        .map(choice -> dynamicTest(list + " by " + choice.get("name"), () -> {
                            String name = choice.get("name").asText();
                            if (!name.equals("sort")) {
                                expectOk(ask(stack, tenants, list, name, list.sampleOf(choice)));
                                return;
                            }
                            for (JsonNode sort : choice.at("/schema/enum")) {
                                expectOk(ask(stack, tenants, list, name, sort.asText()));
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> declaresEverySortAndFilterItTakes(TestStack stack) {
        DemoTenants tenants = DemoTenants.of(stack);
        return ApiOperation.all(stack).stream()
                .filter(ApiOperation::isList)
                .map(list -> dynamicTest(list.toString(), () -> {
                    Set<String> sorts = new TreeSet<>();
                    Set<String> filters = new TreeSet<>();
                    list.choices().forEach(choice -> {
                        if (choice.get("name").asText().equals("sort")) {
                            choice.at("/schema/enum")
                                    .forEach(name -> sorts.add(name.asText().replaceFirst("^-", "")));
                        } else {
                            filters.add(choice.get("name").asText());
                        }
                    });
                    expectNamed(sorts, ask(stack, tenants, list, "sort", "nope"));
                    expectNamed(filters, ask(stack, tenants, list, "nope", "1"));
                }));
    }

    /** A list that names nothing in its refusal, since it isn't a Listing, is believed. */
    private static void expectNamed(Set<String> declared, HttpResponse<String> refusal) {
        assertEquals(400, refusal.statusCode(), refusal::body);
        Matcher named = NAMES.matcher(refusal.body());
        if (named.find()) {
            Set<String> taken = new TreeSet<>(Arrays.asList(named.group(1).split(", ", -1)));
            taken.remove("");
            assertEquals(declared, taken);
        }
    }

    private static void expectOk(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() == 200, () -> answer.uri() + ": " + answer.body());
    }

    private static HttpResponse<String> ask(
            TestStack stack, DemoTenants tenants, ApiOperation list, String name, String value) {
        String token = tenants.token(list.isPlatform() ? "superadmin" : "owner.a");
        String address = list.at(stack, tenants::idOf) + "?" + name + "=" + value;
        return Http.send("GET", URI.create(address), token, Map.of(), null);
    }
}
