package org.infolinia.acceptance;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A consultant who works in the page, transfers callers, and takes a break. */
final class DayDesk implements DayCrew {

    private static final String OUTSIDE = "22 100 09 01";

    private final Instance instance;
    private final String name;
    private final DeskBrowser desk;
    private final Lasting signedIn = new Lasting();
    private final Lasting meal = new Lasting();

    DayDesk(Instance instance, String name) {
        this.instance = instance;
        this.name = name;
        this.desk = DeskBrowser.signedIn(instance, name).isReachable();
        signedIn.begins(desk::takesCalls);
    }

    @Override
    public void isReadyFor(DayCall.Act act) {
        // The rest after the call before ends by itself.
        desk.is("Dostępny");
    }

    @Override
    public void takes(DayCall.Act act, TestCall call) {
        desk.rings().answers();
        call.isConnected();
    }

    @Override
    public void givesAway(DayCall.Act act, TestCall call) {
        // A second and a half, which is a second in whole ones, whenever it began.
        desk.soundGoesBothWays(75);
        desk.choosesToTransferTo(OUTSIDE, "");
        if (act == DayCall.Act.IS_ASKED_FOR) {
            desk.asksFirst();
            desk.connects();
            call.await(
                    "the transfer",
                    event -> "AttendedTransfer".equals(event.get("Event"))
                            || event.getOrDefault("Event", "").equals("Unhold"));
        } else {
            desk.transfers();
            call.await(
                    "the answer outside",
                    event -> "DialEnd".equals(event.get("Event"))
                            && event.getOrDefault("DestChannel", "").startsWith("PJSIP/infolinia-outside"));
        }
        desk.isOver("rozmowa zakończona");
    }

    void takesABreak() {
        desk.is("Dostępny");
        meal.begins(() -> desk.takesABreak("Posiłek"));
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS))
                .join();
        meal.ends(() -> {
            desk.clicks("Wracam");
            desk.is("Dostępny");
        });
    }

    /** How long the break lasted. */
    Lasting meal() {
        return meal;
    }

    @Override
    public Map<String, Lasting> signedIn() {
        return Map.of(name, signedIn);
    }

    /** Out of the page, and so out of the queues. */
    @Override
    public void close() {
        signedIn.ends(() -> {
            desk.close();
            instance.awaitsQueueLog("|" + name + "|REMOVEMEMBER|");
        });
    }
}
