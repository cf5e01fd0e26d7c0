package org.infolinia.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.sidecar.web.ListenerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the services until the process is told to end. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Run the services in this process.")
final class RunCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Option(names = "--system", required = true, description = "the box's system.xml")
    private Path system = Path.of("system.xml");

    private final Clock clock;

    RunCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            awaitQuietly(done);
        }));
        try (Services services = Services.start(SystemFile.read(system), clock)) {
            LOG.info("ready: {}", services);
            told.await();
            LOG.info("told to end");
            return 0;
        } catch (SystemFile.Unusable | HotlineRefused | ListenerUnavailable | IOException e) {
            LOG.error("not started: {}", e.getMessage());
            return 1;
        } finally {
            done.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
