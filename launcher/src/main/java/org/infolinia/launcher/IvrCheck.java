package org.infolinia.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.simulation.ExpectationFiles;
import org.infolinia.hotline.simulation.Unmet;
import org.infolinia.hotline.xml.Finding;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ivr check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is wrong in a hotline.xml, each as FILE:LINE:COLUMN: what is wrong and expected.",
            "Then holds it against the coordinator's own expectations: the *.txt in the folder tests beside it."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:in order, perhaps with warnings", "1:something is wrong", "2:wrong use"})
final class IvrCheck implements Callable<Integer> {

    @Mixin
    private final HotlineParameter hotline = new HotlineParameter();

    @Option(names = "--system", hidden = true)
    private Path system = Path.of(System.getProperty("infolinia.home", "."), "var", "system.xml");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    private final Clock clock;

    IvrCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SystemFile.Unusable {
        PrintWriter out = spec.commandLine().getOut();
        HotlineFile.Checked checked;
        try {
            checked = HotlineFile.checked(hotline.file(), ThisBox.of(system, clock));
        } catch (HotlineRefused refused) {
            refused.findings().stream().map(Finding::toString).forEach(out::println);
            return 1;
        }
        checked.warnings().forEach(out::println);
        Hotline good = checked.edition().hotline();
        ExpectationFiles expectations = ExpectationFiles.beside(hotline.file());
        List<Unmet> broken = expectations.broken(good);
        broken.forEach(out::println);
        if (!broken.isEmpty()) {
            out.println(broken.size() + " of " + expectations.count() + " expectations are not met");
            return 1;
        }
        out.println("in order: " + summary(good)
                + (expectations.count() == 0 ? "" : "; " + counted(expectations.count(), "expectation") + " met"));
        return 0;
    }

    private static String summary(Hotline hotline) {
        return counted(hotline.tree().nodes().size(), "node") + ", "
                + counted(hotline.announcements().size(), "announcement") + ", "
                + counted(hotline.queues().size(), "queue") + ", "
                + counted(hotline.languages().size(), "language");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
