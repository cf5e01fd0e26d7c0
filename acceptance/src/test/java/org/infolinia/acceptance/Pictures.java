package org.infolinia.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The guides' pictures of the desk, taken of an instance at work: {@code docs/pictures} asks for them. */
class Pictures {

    private static final Path FOLDER = Instance.HOME.resolve("docs");

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
    void deskAndFloorDuringACall() {
        instance.signedIn("bartosz").answer(Duration.ofMillis(300), Duration.ofSeconds(40));
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                DeskBrowser grazyna = DeskBrowser.signedIn(instance, "grazyna");
                TestCall other = TestCall.dialFrom(instance, "601234560")) {
            other.reaches("main").presses("3");
            other.isConnected();
            anna.isReachable().takesCalls();
            try (TestCall call = TestCall.dialFrom(instance, "601234567")) {
                call.reaches("main").presses("2");
                anna.rings().tellsOfTheCaller("Pierwszy telefon z tego numeru");
                anna.picture(FOLDER.resolve("desk-rings.png"));
                anna.answers().soundGoesBothWays(100);
                anna.picture(FOLDER.resolve("desk-talks.png"));
                grazyna.pictureOf("/floor", "infolinia-floor table", FOLDER.resolve("floor.png"));
            }
        }
    }
}
