package org.infolinia.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.people.SecondFactors;
import org.infolinia.hotline.xml.ConsultantEdit;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.signin.FirstPassword;
import org.infolinia.sidecar.signin.Passwords;
import org.infolinia.sidecar.store.DatabaseAccounts;
import org.infolinia.sidecar.store.DatabaseSecondFactors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tools for the accounts of those who sign in to the desk. */
@Command(name = "user", mixinStandardHelpOptions = true, description = "Tools for the accounts of the desk.")
final class UserCommand {

    private static final String NAME = "sign-in name, such as anna; of a consultant the one in hotline.xml";

    /** Who is there on a new demonstration instance, by role. */
    private record Demonstrated(String login, String name, Role role) {}

    private static final List<Demonstrated> DEMONSTRATION = List.of(
            new Demonstrated("anna", "Anna Kowalska", Role.CONSULTANT),
            new Demonstrated("bartosz", "Bartosz Nowak", Role.CONSULTANT),
            new Demonstrated("celina", "Celina Wiśniewska", Role.CONSULTANT),
            new Demonstrated("dawid", "Dawid Wójcik", Role.CONSULTANT),
            new Demonstrated("ewelina", "Ewelina Kamińska", Role.CONSULTANT),
            new Demonstrated("filip", "Filip Lewandowski", Role.CONSULTANT),
            new Demonstrated("grazyna", "Grażyna Zielińska", Role.LEAD),
            new Demonstrated("henryk", "Henryk Szymański", Role.LEAD),
            new Demonstrated("irena", "Irena Woźniak", Role.COORDINATOR));

    /** Replaced by picocli before a command runs. */
    @Spec
    private CommandSpec command = CommandSpec.create();

    private final Clock clock;
    private final Passwords passwords = new Passwords();

    UserCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Adds somebody, and prints a first password, which they change when they first sign in.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:added", "1:the name is taken, or the database is away", "2:wrong use"})
    int add(
            @Option(names = "--system", required = true, hidden = true) Path system,
            @Parameters(paramLabel = "LOGIN", description = NAME) String login,
            @Option(
                            names = "--role",
                            required = true,
                            description = "consultant, lead, coordinator, project-manager or authority")
                    String role,
            @Option(names = "--name", required = true, description = "as others read it, such as \"Anna Kowalska\"")
                    String name)
            throws SystemFile.Unusable, IOException {
        String password = FirstPassword.made();
        Account account;
        try {
            account = new Account(new LoginName(login), name, Role.of(role), passwords.hash(password), true, false);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
        try (Database database = open(system)) {
            if (!accounts(database).add(account, entry("account.added", account.login(), role))) {
                return failed("the name " + login + " is taken: reset gives its account another password");
            }
        }
        return given(account.login(), password);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Gives an account a new first password, prints it, takes its second factor away, and ends its"
                    + " sessions.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:given", "1:there is no such account, or the database is away", "2:wrong use"})
    int reset(
            @Option(names = "--system", required = true, hidden = true) Path system,
            @Parameters(paramLabel = "LOGIN", description = NAME) String login)
            throws SystemFile.Unusable, IOException {
        LoginName whose = login(login);
        String password = FirstPassword.made();
        try (Database database = open(system)) {
            secondFactors(database).remove(whose, entry("second-factor.removed", whose, ""));
            if (!accounts(database)
                    .password(
                            whose,
                            passwords.hash(password),
                            true,
                            Optional.empty(),
                            entry("account.password", whose, "given anew"))) {
                return failed("there is no account " + whose + "; list shows those that there are");
            }
        }
        return given(whose, password);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Bars an account from signing in, and ends its sessions; --again lets it in again.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:done", "1:there is no such account, or the database is away", "2:wrong use"})
    int disable(
            @Option(names = "--system", required = true, hidden = true) Path system,
            @Parameters(paramLabel = "LOGIN", description = NAME) String login,
            @Option(names = "--again", description = "lets it sign in again") boolean again)
            throws SystemFile.Unusable, IOException {
        LoginName whose = login(login);
        try (Database database = open(system)) {
            Accounts accounts = accounts(database);
            Optional<Account> account = accounts.find(whose);
            if (account.isEmpty()) {
                return failed("there is no account " + whose + "; list shows those that there are");
            }
            if (!accounts.change(
                    account.get(),
                    account.get().name(),
                    account.get().role(),
                    !again,
                    entry("account.changed", whose, again ? "enabled" : "disabled"))) {
                return failed("somebody else changed the account " + whose + " at this moment: try again");
            }
        }
        PrintWriter out = command.commandLine().getOut();
        out.println(whose + (again ? " may sign in again" : " may not sign in any more"));
        if (!again) {
            tellOfEntry(out, whose, SystemFile.read(system).hotline());
        }
        return 0;
    }

    /** Of the queues and languages in hotline.xml that stay there, which nobody would look for. */
    private static void tellOfEntry(PrintWriter out, LoginName whose, Path hotline) {
        try {
            ConsultantEdit.line(HotlineFile.edition(hotline), whose.value())
                    .ifPresent(line -> out.println("an entry of " + whose + " is left in " + hotline + ", line " + line
                            + ": their telephone can still sign in to the queues by it. To take it out: on the page of"
                            + " people, \"Queues and languages\" of " + whose + ", or that element in the file"));
        } catch (HotlineRefused refused) {
            out.println("whether " + hotline + " has an entry of " + whose
                    + " cannot be told, since the file is refused: ivr check says why");
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Prints all accounts: sign-in name, role, whether it may sign in, name.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:printed", "1:the database is away", "2:wrong use"})
    int list(@Option(names = "--system", required = true, hidden = true) Path system)
            throws SystemFile.Unusable, IOException {
        try (Database database = open(system)) {
            PrintWriter out = command.commandLine().getOut();
            List<Account> all = accounts(database).all();
            all.forEach(one -> out.println(String.format(
                    Locale.ROOT,
                    "%-20s %-16s %-22s %s",
                    one.login(),
                    one.role().word(),
                    one.disabled() ? "disabled" : one.firstPassword() ? "first password" : "",
                    one.name())));
            if (all.isEmpty()) {
                out.println("no accounts yet: user add makes the first");
            }
        }
        return 0;
    }

    @Command(
            hidden = true,
            description = "Adds the people of a demonstration; their first passwords go into files of their own.")
    int demonstrate(@Option(names = "--system", required = true) Path system, @Option(names = "--secrets") Path secrets)
            throws SystemFile.Unusable, IOException {
        try (Database database = open(system)) {
            Accounts accounts = accounts(database);
            Set<LoginName> there = accounts.all().stream().map(Account::login).collect(Collectors.toSet());
            for (Demonstrated one : DEMONSTRATION) {
                LoginName login = new LoginName(one.login());
                if (!there.contains(login)) {
                    String password = FirstPassword.made();
                    // The file first: an account whose password nobody knows is of no use.
                    keep(secrets.resolve("desk-" + login), password);
                    accounts.add(
                            new Account(login, one.name(), one.role(), passwords.hash(password), true, false),
                            entry("account.added", login, one.role().word() + ", demonstration"));
                }
            }
        }
        return 0;
    }

    private static void keep(Path file, String password) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + "\n", StandardOpenOption.WRITE);
    }

    private LoginName login(String text) {
        try {
            return new LoginName(text);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int given(LoginName login, String password) {
        command.commandLine().getOut().println("first password of " + login + ": " + password);
        return 0;
    }

    private int failed(String sentence) {
        command.commandLine().getErr().println("infolinia: " + sentence);
        return 1;
    }

    private AuditEntry entry(String what, LoginName on, String detail) {
        return new AuditEntry(clock.instant(), AuditEntry.COMMAND_LINE, what, on.value(), detail);
    }

    private static Accounts accounts(Database database) {
        return new DatabaseAccounts(() -> database);
    }

    private static SecondFactors secondFactors(Database database) {
        return new DatabaseSecondFactors(() -> database);
    }

    private static Database open(Path system) throws SystemFile.Unusable, IOException {
        return Database.open(Services.databaseSettings(SystemFile.read(system)));
    }
}
