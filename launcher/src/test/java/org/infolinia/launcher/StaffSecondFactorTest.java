package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.infolinia.hotline.people.Role;
import org.junit.jupiter.api.Test;

/** The second factor, from the setting up to the taking away. */
final class StaffSecondFactorTest extends StaffPagesFixture {

    @Test
    void aSecondFactorIsSetUpOnAPageAndAskedForAtTheNextSignIn() throws Exception {
        Session session = signedIn("anna", Role.CONSULTANT);
        String offered = ask("GET", "/second-factor", Optional.of(session), "", "text/html")
                .body();
        String secret = secretOf(offered);
        assertThat(offered).contains("otpauth://totp/Infolinia:anna?secret=" + secret + "&amp;issuer=Infolinia");
        assertThat(offered).contains("<svg class=\"code\"");

        assertThat(setUp(session, "wrong", code(secret)).body()).contains("Dotychczasowe hasło jest nieprawidłowe");
        assertThat(setUp(session, PASSWORD, "000000").body()).contains("Ten kod jest nieprawidłowy");
        HttpResponse<String> done = setUp(session, PASSWORD, code(secret));
        List<String> recovery = Pattern.compile("<code>([a-z2-9-]{14})</code>")
                .matcher(done.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(recovery).hasSize(10);
        assertThat(ask("GET", "/second-factor", Optional.of(session), "", "text/html")
                        .body())
                .contains("Niezużytych kodów zapasowych: 10.")
                .doesNotContain(secret);

        clock.forward(Duration.ofMinutes(1));
        HttpResponse<String> password = signInAnswer("anna", PASSWORD);
        assertThat(password.headers().firstValue("Location").orElse("")).contains("/sign-in/code?then=/");
        Session waiting = new Session(tokenOf(password), "");
        assertThat(ask("GET", "/", Optional.of(waiting), "", "text/html")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/sign-in/code?then=");
        HttpResponse<String> wrong = ask("POST", "/sign-in/code", Optional.of(waiting), "code=000000", "text/html");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Kod jest nieprawidłowy");
        HttpResponse<String> right = ask(
                "POST",
                "/sign-in/code",
                Optional.of(waiting),
                form(Map.of("code", code(secret), "then", "/")),
                "text/html");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(ask("GET", "/desk", Optional.of(new Session(tokenOf(right), "")), "", "text/html")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("GET", "/sign-in/code", Optional.of(waiting), "", "text/html")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/sign-in?then=/");
    }

    @Test
    void aLeadTakesAnothersSecondFactorAway() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        Session anna = signedIn("anna", Role.CONSULTANT);
        setUp(
                anna,
                PASSWORD,
                code(secretOf(ask("GET", "/second-factor", Optional.of(anna), "", "text/html")
                        .body())));
        assertThat(ask("GET", "/people", Optional.of(lead), "", "text/html").body())
                .contains("action=\"/people/anna/second-factor\"");

        ask("POST", "/people/anna/second-factor", Optional.of(lead), "proof=" + lead.proof(), "text/html");

        assertThat(signInAnswer("anna", PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("code");
        assertThat(ask("GET", "/audit", Optional.of(lead), "", "text/html").body())
                .contains("<td>ewa</td><td>zdjęcie drugiego składnika</td><td>anna</td>");
    }

    @Test
    void onesOwnSecondFactorIsTakenAwayWithThePassword() throws Exception {
        Session anna = signedIn("anna", Role.CONSULTANT);
        setUp(
                anna,
                PASSWORD,
                code(secretOf(ask("GET", "/second-factor", Optional.of(anna), "", "text/html")
                        .body())));

        assertThat(removal(anna, "wrong").body()).contains("Dotychczasowe hasło jest nieprawidłowe");
        assertThat(removal(anna, PASSWORD).body()).contains("Drugi składnik zdjęto");
    }

    private HttpResponse<String> removal(Session session, String password) throws Exception {
        return ask(
                "POST",
                "/second-factor/remove",
                Optional.of(session),
                form(Map.of("proof", session.proof(), "password", password)),
                "text/html");
    }

    @Test
    void whoIsRequiredToHaveASecondFactorSetsItUpBeforeAnythingElse() throws Exception {
        listener.close();
        listen(EnumSet.of(Role.LEAD));
        Session lead = signedIn("ewa", Role.LEAD);
        Session consultant = signedIn("anna", Role.CONSULTANT);

        assertThat(ask("GET", "/desk", Optional.of(consultant), "", "text/html").statusCode())
                .isEqualTo(200);
        for (String path : new String[] {"/people", "/audit"}) {
            assertThat(ask("GET", path, Optional.of(lead), "", "text/html")
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/second-factor");
        }
        String offered =
                ask("GET", "/second-factor", Optional.of(lead), "", "text/html").body();
        assertThat(offered).contains("Od osób z Twoją rolą wymagany jest drugi składnik");
        setUp(lead, PASSWORD, code(secretOf(offered)));
        assertThat(ask("GET", "/people", Optional.of(lead), "", "text/html").statusCode())
                .isEqualTo(200);
        assertThat(removal(lead, PASSWORD).statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> setUp(Session session, String password, String code) throws Exception {
        return ask(
                "POST",
                "/second-factor",
                Optional.of(session),
                form(Map.of("proof", session.proof(), "password", password, "code", code)),
                "text/html");
    }

    private static String secretOf(String page) {
        Matcher secret = Pattern.compile("secret=([A-Z2-7]{32})").matcher(page);
        assertThat(secret.find()).as(page).isTrue();
        return secret.group(1);
    }

    /** As a telephone makes it, by a program that is not ours: RFC 6238 in a few lines. */
    private String code(String secret) throws Exception {
        byte[] key = new BigInteger(
                        secret.chars()
                                .mapToObj(sign -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign))
                                .map(five -> String.format("%5s", Integer.toBinaryString(five))
                                        .replace(' ', '0'))
                                .collect(Collectors.joining()),
                        2)
                .setBit(160)
                .toByteArray();
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, key.length - 20, 20, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(clock.instant().getEpochSecond() / 30)
                .array());
        int binary = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
        return String.format("%06d", binary % 1_000_000);
    }
}
