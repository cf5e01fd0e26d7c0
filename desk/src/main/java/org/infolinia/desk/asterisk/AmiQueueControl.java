package org.infolinia.desk.asterisk;

import java.io.IOException;
import java.util.List;
import org.infolinia.desk.presence.QueueControl;
import org.infolinia.desk.presence.QueueOrder;
import org.infolinia.sidecar.ami.AmiAccount;
import org.infolinia.sidecar.ami.AmiConnection;
import org.infolinia.sidecar.ami.AmiRefused;

/** {@link QueueControl} by AMI actions of the class {@code agent}, the only one that our account may write. */
public final class AmiQueueControl implements QueueControl {

    private final AmiAccount account;

    public AmiQueueControl(AmiAccount account) {
        this.account = account;
    }

    @Override
    public void obey(List<QueueOrder> orders) throws IOException {
        try (AmiConnection line = account.open("off")) {
            for (QueueOrder order : orders) {
                String device = "Interface: " + order.device();
                switch (order.what()) {
                    case ADD ->
                        line.act(
                                "QueueAdd",
                                "Queue: " + order.queue(),
                                device,
                                "MemberName: " + order.name(),
                                "Penalty: " + order.penalty(),
                                "Paused: false");
                    case REMOVE -> line.act("QueueRemove", "Queue: " + order.queue(), device);
                    case PAUSE -> line.act("QueuePause", device, "Paused: true", "Reason: " + order.reason());
                    case RESUME -> line.act("QueuePause", device, "Paused: false");
                }
            }
        } catch (AmiRefused refused) {
            throw refused;
        } catch (IOException e) {
            throw account.unanswered(e);
        }
    }
}
