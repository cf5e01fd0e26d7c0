package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** V4 for staff: nobody is kept out of a page by how they see it, or by having no mouse. */
final class AccessibilityTest {

    @Test
    void axeFindsNothingOnAnyPageOfTheStaffsSite() {
        try (Instance instance = Instance.up()) {
            List<String> found = new ArrayList<>();
            try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
                for (String path : List.of("/desk", "/cases", "/cases?q=nikt", "/password", "/nothing-here")) {
                    found.addAll(anna.barriers(path));
                }
            }
            try (DeskBrowser lead = DeskBrowser.signedIn(instance, "grazyna")) {
                for (String path : List.of(
                        "/floor", "/floor?wall=yes", "/desk", "/recordings", "/people", "/dictionaries", "/audit")) {
                    found.addAll(lead.barriers(path));
                }
            }
            try (DeskBrowser coordinator = DeskBrowser.signedIn(instance, "irena")) {
                for (String path : List.of(
                        "/ivr?at=2026-12-24T10:00&press=1",
                        "/ivr",
                        "/ivr/hotline",
                        "/ivr/hotline?version=1",
                        "/ivr/history",
                        "/ivr/history/1",
                        "/ivr/calendar?year=2027",
                        "/ivr/announcements",
                        "/ivr/announcements/pl/welcome")) {
                    found.addAll(coordinator.barriers(path));
                }
            }
            assertThat(found).isEmpty();
        }
    }
}
