package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** V4 for staff: nobody is kept out of a page by how they see it, or by having no mouse. */
final class AccessibilityTest {

    /** The pages by who sees them. */
    private static final Map<String, List<String>> PAGES = Map.of(
            "anna",
            List.of("/desk", "/cases", "/cases?q=nikt", "/password", "/nothing-here"),
            "grazyna",
            List.of(
                    "/floor",
                    "/floor?wall=yes",
                    "/desk",
                    "/recordings",
                    "/people",
                    "/people/anna/skills",
                    "/dictionaries",
                    "/audit"),
            "irena",
            List.of(
                    "/ivr?at=2026-12-24T10:00&press=1",
                    "/ivr",
                    "/ivr/hotline",
                    "/ivr/hotline?version=1",
                    "/ivr/history",
                    "/ivr/history/1",
                    "/ivr/calendar?year=2027",
                    "/ivr/announcements",
                    "/ivr/announcements/pl/welcome"));

    private static Instance instance;

    @BeforeAll
    static void bringUp() {
        instance = Instance.up();
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    @Test
    void axeFindsNothingOnAnyPageOfTheStaffsSite() {
        assertThat(found(DeskBrowser::barriers)).isEmpty();
    }

    /** Of 1280 by 720, as the smallest screens have, half is left. */
    @Test
    void twiceAsLargeNoPageHasToBeScrolledSideways() {
        assertThat(found(DeskBrowser::tooWideWhenTwiceAsLarge)).isEmpty();
    }

    /** A line with a fault each. */
    private static List<String> found(BiFunction<DeskBrowser, String, List<String>> look) {
        List<String> found = new ArrayList<>();
        PAGES.forEach((name, paths) -> {
            try (DeskBrowser desk = DeskBrowser.signedIn(instance, name)) {
                paths.forEach(path -> found.addAll(look.apply(desk, path)));
            }
        });
        return found;
    }
}
