package org.infolinia.launcher.architecture;

import ch.qos.logback.classic.Logger;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.core.JsonFactory;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.password4j.Password;
import com.zaxxer.hikari.HikariDataSource;
import de.focus_shift.jollyday.core.HolidayManager;
import freemarker.template.Configuration;
import io.micrometer.core.instrument.MeterRegistry;
import io.nayuki.qrcodegen.QrCode;
import jakarta.mail.Session;
import jakarta.ws.rs.core.Response;
import jakarta.xml.bind.JAXBContext;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import javax.xml.parsers.SAXParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.Workbook;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.jetty.server.Server;
import org.flywaydb.core.Flyway;
import org.glassfish.jersey.server.ResourceConfig;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.w3c.dom.Document;
import picocli.CommandLine;

/** Knows every library outside the package that alone may know it. */
final class OffendingWiring {

    List<Class<?>> database() {
        return List.of(
                Connection.class,
                DataSource.class,
                Jdbi.class,
                HikariDataSource.class,
                Flyway.class,
                SQLiteConfig.class);
    }

    List<Class<?>> web() {
        return List.of(Server.class, MeterRegistry.class);
    }

    List<Class<?>> pages() {
        return List.of(Configuration.class, Response.class, ResourceConfig.class);
    }

    List<Class<?>> signIn() {
        return List.of(Password.class, TimeBasedOneTimePasswordGenerator.class, QrCode.class);
    }

    List<Class<?>> mail() {
        return List.of(Session.class, SMTPTransport.class);
    }

    List<Class<?>> files() {
        return List.of(
                JAXBContext.class,
                SAXParser.class,
                Document.class,
                HolidayManager.class,
                PhoneNumberUtil.class,
                Workbook.class,
                PDDocument.class,
                JsonFactory.class);
    }

    List<Class<?>> program() {
        return List.of(CommandLine.class, Logger.class);
    }
}
