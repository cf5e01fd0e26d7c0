package org.infolinia.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.xml.Finding;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tools for the coordinator's IVR tree. */
@Command(name = "ivr", mixinStandardHelpOptions = true, description = "Tools for the IVR tree in hotline.xml.")
final class IvrCommand {

    /** Replaced by picocli before a command runs. */
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Command(
            mixinStandardHelpOptions = true,
            description = "Says what is wrong in a hotline.xml, each as FILE:LINE:COLUMN: what is wrong and expected.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:in order", "1:something is wrong", "2:wrong use"})
    int check(
            @Parameters(
                            paramLabel = "FILE",
                            arity = "0..1",
                            defaultValue = "${sys:infolinia.home:-.}/dialplan/hotline.xml",
                            description = "The file to check; ${DEFAULT-VALUE} unless given.")
                    Path file) {
        PrintWriter out = command.commandLine().getOut();
        try {
            out.println("in order: " + summary(HotlineFile.read(file)));
            return 0;
        } catch (HotlineRefused refused) {
            refused.findings().stream().map(Finding::toString).forEach(out::println);
            return 1;
        }
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
