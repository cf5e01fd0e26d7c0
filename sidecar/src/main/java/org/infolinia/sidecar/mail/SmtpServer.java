package org.infolinia.sidecar.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.infolinia.hotline.mail.Document;
import org.infolinia.hotline.mail.Letter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link MailServer} spoken to by SMTP (RFC 5321), a connection a letter. */
public final class SmtpServer implements MailServer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);

    /** For all of one letter, so that a server which says a byte now and then does not keep us for ever. */
    private static final Duration WHOLE_ATTEMPT = Duration.ofMinutes(5);

    private static final int LONGEST_WORD = 400;

    private final MailSettings settings;
    private final Duration patience;
    private final Duration wholeAttempt;

    public SmtpServer(MailSettings settings) {
        this(settings, Duration.ofSeconds(60), WHOLE_ATTEMPT);
    }

    /**
     * @param patience     how long the server may be silent
     * @param wholeAttempt how long it may take for one letter
     */
    SmtpServer(MailSettings settings, Duration patience, Duration wholeAttempt) {
        this.settings = settings;
        this.patience = patience;
        this.wholeAttempt = wholeAttempt;
    }

    @Override
    public Reply offer(Letter letter) {
        try (Socket line = new Socket()) {
            CompletableFuture<Void> limit = CompletableFuture.runAsync(
                    () -> hangUp(line),
                    CompletableFuture.delayedExecutor(wholeAttempt.toMillis(), TimeUnit.MILLISECONDS));
            try {
                return new Reply(Reply.Kind.ACCEPTED, oneLine(deliver(letter, line)));
            } finally {
                limit.cancel(false);
            }
        } catch (SMTPSendFailedException | SMTPAddressFailedException | SMTPSenderFailedException refused) {
            return refused(refused);
        } catch (AuthenticationFailedException refused) {
            // Not of this letter: somebody changed a password, and mends it.
            return new Reply(Reply.Kind.LATER, "the mail server does not let us in: " + words(refused));
        } catch (MessagingException fault) {
            return refusedInside(fault).orElseGet(() -> new Reply(Reply.Kind.LATER, place() + ": " + words(fault)));
        } catch (IOException | GeneralSecurityException fault) {
            return new Reply(Reply.Kind.LATER, place() + ": " + words(fault));
        }
    }

    private static void hangUp(Socket line) {
        try {
            line.close();
        } catch (IOException alreadyGone) {
            // What was to be ended has ended.
            return;
        }
    }

    /** Returns the server's last word. */
    private String deliver(Letter letter, Socket line)
            throws MessagingException, IOException, GeneralSecurityException {
        SSLSocketFactory privacy = privacy();
        Session session = session(privacy, password());
        MimeMessage message = message(letter, session);
        line.setSoTimeout(Math.toIntExact(patience.toMillis()));
        line.connect(new InetSocketAddress(settings.host(), settings.port()), Math.toIntExact(patience.toMillis()));
        SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
        transport.connect(settings.security() == MailSettings.Security.SMTPS ? inside(line, privacy) : line);
        transport.sendMessage(
                message, new Address[] {new InternetAddress(letter.recipient().value())});
        String said = Optional.ofNullable(transport.getLastServerResponse()).orElse("");
        takeLeave(transport);
        return said;
    }

    /** The letter is accepted: nothing that happens from here on changes that. */
    private static void takeLeave(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException rude) {
            LOG.debug("the mail server hung up without a word", rude);
        }
    }

    private SSLSocket inside(Socket line, SSLSocketFactory privacy) throws IOException {
        SSLSocket safe = (SSLSocket) privacy.createSocket(line, settings.host(), settings.port(), true);
        SSLParameters parameters = safe.getSSLParameters();
        // Else any certificate that somebody vouches for would do.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        safe.setSSLParameters(parameters);
        safe.startHandshake();
        return safe;
    }

    private Session session(SSLSocketFactory privacy, Optional<String> password) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        // To say good-bye is polite; to wait for an answer to it is not needed.
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.socketFactory", privacy);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        if (settings.security() == MailSettings.Security.STARTTLS) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
        }
        if (settings.account().isEmpty()) {
            return Session.getInstance(properties);
        }
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.user", settings.account().get().user());
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.account().get().user(), password.orElse(""));
            }
        });
    }

    private Optional<String> password() throws IOException {
        return settings.account().isEmpty()
                ? Optional.empty()
                : Optional.of(Files.readString(settings.account().get().passwordFile())
                        .strip());
    }

    private SSLSocketFactory privacy() throws IOException, GeneralSecurityException {
        if (settings.authorityFile().isEmpty()) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        Path file = settings.authorityFile().get();
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + number++, certificate);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private MimeMessage message(Letter letter, Session session) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.messageId() + ">");
            }
        };
        message.setFrom(new InternetAddress(settings.from().value()));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(letter.recipient().value()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.created()));
        // Answering machines leave it in peace (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.documents().isEmpty()) {
            message.setText(letter.text(), StandardCharsets.UTF_8.name());
        } else {
            MimeMultipart parts = new MimeMultipart();
            MimeBodyPart text = new MimeBodyPart();
            text.setText(letter.text(), StandardCharsets.UTF_8.name());
            parts.addBodyPart(text);
            for (Document document : letter.documents()) {
                MimeBodyPart part = new MimeBodyPart();
                part.setDataHandler(new DataHandler(new ByteArrayDataSource(document.content(), document.mediaType())));
                part.setFileName(document.name());
                parts.addBodyPart(part);
            }
            message.setContent(parts);
        }
        message.saveChanges();
        return message;
    }

    /** The library wraps what was refused at RCPT and the like. */
    private Optional<Reply> refusedInside(MessagingException fault) {
        for (Exception next = fault.getNextException();
                next instanceof MessagingException inner;
                next = inner.getNextException()) {
            if (code(inner) >= 0) {
                return Optional.of(refused(inner));
            }
        }
        return Optional.empty();
    }

    private Reply refused(MessagingException refused) {
        for (Exception next = refused.getNextException();
                next instanceof MessagingException inner;
                next = inner.getNextException()) {
            // The address' own answer says more than that of the letter as a whole.
            if (inner instanceof SMTPAddressFailedException) {
                return refused(inner);
            }
        }
        int code = code(refused);
        Reply.Kind kind = code / 100 == 5 ? Reply.Kind.REFUSED : Reply.Kind.LATER;
        return new Reply(kind, words(refused));
    }

    /** Of the reply, by RFC 5321; -1 where there was none. */
    private static int code(Exception refused) {
        if (refused instanceof SMTPAddressFailedException one) {
            return one.getReturnCode();
        }
        if (refused instanceof SMTPSenderFailedException one) {
            return one.getReturnCode();
        }
        return refused instanceof SMTPSendFailedException one ? one.getReturnCode() : -1;
    }

    private String place() {
        return "mail server " + settings.host() + ":" + settings.port();
    }

    private static String words(Exception fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : root.getMessage();
        // Java's message is a mere file name, or a word without its subject.
        boolean bare = root instanceof IOException || root instanceof GeneralSecurityException || message.isBlank();
        return oneLine(bare ? root.getClass().getSimpleName() + " " + message : message);
    }

    /** What a server says is data: it shall not make up lines of our log. */
    private static String oneLine(String said) {
        String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_WORD ? line.substring(0, LONGEST_WORD) + "…" : line;
    }
}
