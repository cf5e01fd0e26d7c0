package org.infolinia.sidecar.site;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.infolinia.sidecar.signin.SessionToken;

/**
 * Renders pages. Each template sees {@code visitor}, {@code proof} (for its forms), {@code w} (says a word, {@code
 * w("key", argument…)}), {@code wOr} (says a word, or else the text that comes second), the page's own names, and the
 * macros of {@code frame.ftlh}.
 */
public final class Templates {

    private static final int LARGEST_START = 8192;

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    private final Words words;
    private final boolean telephone;

    /**
     * Templates are below {@code /templates} on the class path, a folder for each service.
     *
     * @param telephone whether browsers are telephones on this box
     */
    public Templates(Words words, boolean telephone) {
        this.words = words;
        this.telephone = telephone;
        configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class.getClassLoader(), "templates"));
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setLocalizedLookup(false);
        configuration.setNumberFormat("computer");
        configuration.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
    }

    /** A whole page. */
    public Response page(ContainerRequestContext request, String template, Map<String, ?> model) {
        return page(request, Response.Status.OK, template, model);
    }

    /** A whole page that says how it went. */
    public Response page(
            ContainerRequestContext request, Response.Status status, String template, Map<String, ?> model) {
        return Response.status(status)
                .type("text/html;charset=utf-8")
                .entity(text(Visitor.of(request), template, model))
                .build();
    }

    /** The words that begin so, in the reader's language, for a page's script. */
    public Map<String, String> words(ContainerRequestContext request, String prefix) {
        return words.beginning(Visitor.of(request).language(), prefix);
    }

    String text(Visitor visitor, String template, Map<String, ?> model) {
        Map<String, Object> names = new HashMap<>(model);
        names.put("visitor", visitor);
        names.put("telephone", telephone);
        names.put(
                "proof",
                visitor.signedIn()
                        .map(Visitor.SignedIn::token)
                        .map(SessionToken::proof)
                        .orElse(""));
        names.put("w", (TemplateMethodModelEx) arguments -> said(visitor, arguments));
        names.put("wOr", (TemplateMethodModelEx)
                arguments -> words.has(String.valueOf(arguments.get(0))) ? said(visitor, arguments) : arguments.get(1));
        StringWriter text = new StringWriter(LARGEST_START);
        try {
            Template found = configuration.getTemplate(template);
            found.process(names, text);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the template " + template, e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + template + " is at fault", e);
        }
        return text.toString();
    }

    private Object said(Visitor visitor, List<?> arguments) throws TemplateModelException {
        Object[] parts = new Object[arguments.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = arguments.get(i) instanceof TemplateScalarModel text
                    ? text.getAsString()
                    : String.valueOf(arguments.get(i));
        }
        String key = (String) parts[0];
        return words.say(visitor.language(), key, Arrays.copyOfRange(parts, 1, parts.length));
    }
}
