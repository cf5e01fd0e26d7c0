package org.infolinia.desk.asterisk;

import java.io.IOException;
import java.util.List;
import org.infolinia.desk.presence.QueueControl;
import org.infolinia.desk.presence.QueueOrder;
import org.infolinia.sidecar.ami.AmiAccount;
import org.infolinia.sidecar.ami.AmiConnection;
import org.infolinia.sidecar.ami.AmiRefused;
import org.jspecify.annotations.Nullable;

/** {@link QueueControl} by AMI actions of the class {@code agent}, the only one that our account may write. */
public final class AmiQueueControl implements QueueControl {

    private final AmiAccount account;

    public AmiQueueControl(AmiAccount account) {
        this.account = account;
    }

    @Override
    public void obey(List<QueueOrder> orders) throws IOException {
        @Nullable AmiRefused refusal = null;
        try (AmiConnection line = account.open("off")) {
            for (QueueOrder order : orders) {
                try {
                    obey(line, order);
                } catch (AmiRefused refused) {
                    // One queue's fault is not to keep a consultant in, or out of, the others.
                    refusal = isDoneAlready(refused) || refusal != null ? refusal : refused;
                }
            }
        } catch (AmiRefused notLetIn) {
            throw notLetIn;
        } catch (IOException e) {
            throw account.unanswered(e);
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    /** In app_queue's words: whoever says a thing twice has what they want. */
    private static boolean isDoneAlready(AmiRefused refused) {
        String answer = String.valueOf(refused.getMessage());
        return answer.contains("Already there") || answer.contains("Not there");
    }

    private static void obey(AmiConnection line, QueueOrder order) throws IOException {
        String device = "Interface: " + order.device();
        String queue = "Queue: " + order.queue();
        switch (order.what()) {
            case ADD -> add(line, order, false);
            case ADD_PAUSED -> {
                add(line, order, true);
                line.act("QueuePause", queue, device, "Paused: true", "Reason: " + order.reason());
            }
            case PENALTY -> line.act("QueuePenalty", queue, device, "Penalty: " + order.penalty());
            case REMOVE -> line.act("QueueRemove", queue, device);
            case PAUSE -> line.act("QueuePause", device, "Paused: true", "Reason: " + order.reason());
            case RESUME -> line.act("QueuePause", device, "Paused: false");
        }
    }

    private static void add(AmiConnection line, QueueOrder order, boolean paused) throws IOException {
        line.act(
                "QueueAdd",
                "Queue: " + order.queue(),
                "Interface: " + order.device(),
                "MemberName: " + order.name(),
                "Penalty: " + order.penalty(),
                "Paused: " + paused);
    }
}
