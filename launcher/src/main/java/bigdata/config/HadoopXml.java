package bigdata.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a Hadoop XML configuration file with the line of every property. Entities, document types and inclusions are refused: this
 * file says what it says.
 */
final class HadoopXml {
    /** @param line where the property begins, from 1 */
    record Property(String name, String value, boolean isFinal, int line) {}

    private static final Set<String> IGNORED = Set.of("description", "source", "tag");

    private final Path file;
    private final XMLStreamReader xml;
    private final List<Property> properties = new ArrayList<>();

    private HadoopXml(Path file, XMLStreamReader xml) {
        this.file = file;
        this.xml = xml;
    }

    /** @throws ConfigException when it cannot be read, or at the first thing that does not belong into it */
    static List<Property> read(Path file) throws ConfigException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream bytes = Files.newInputStream(file)) {
            HadoopXml reading = new HadoopXml(file, factory.createXMLStreamReader(bytes));
            reading.document();
            return reading.properties;
        } catch (XMLStreamException malformed) {
            String reason = malformed.getMessage().lines().reduce((first, last) -> last).orElse("");
            throw refusal(file, malformed.getLocation().getLineNumber(), "not well-formed XML: " + reason);
        } catch (IOException unreadable) {
            throw ConfigException.unreadable(file, unreadable);
        }
    }

    private void document() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw refusal("a document type is not allowed here");
            }
        }
        if (!xml.getLocalName().equals("configuration")) {
            throw refusal("the outermost element must be <configuration>, not <" + xml.getLocalName() + ">");
        }
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (!xml.getLocalName().equals("property")) {
                throw refusal("<configuration> holds <property> elements only, not <" + xml.getLocalName() + ">");
            }
            property();
        }
    }

    private void property() throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        String name = null;
        String value = null;
        boolean isFinal = false;
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String element = xml.getLocalName();
            switch (element) {
                case "name" -> name = xml.getElementText().trim();
                case "value" -> value = xml.getElementText();
                case "final" -> isFinal = xml.getElementText().trim().equals("true");
                default -> {
                    if (!IGNORED.contains(element)) {
                        throw refusal("<property> holds <name>, <value> and <final>, not <" + element + ">");
                    }
                    xml.getElementText();
                }
            }
        }
        if (name == null || name.isEmpty() || value == null) {
            throw refusal("the property that begins in line " + line + " needs a <name> and a <value>");
        }
        properties.add(new Property(name, value, isFinal, line));
    }

    private ConfigException refusal(String sentence) {
        return refusal(file, xml.getLocation().getLineNumber(), sentence);
    }

    private static ConfigException refusal(Path file, int line, String sentence) {
        return new ConfigException(List.of(ConfigException.malformed(file, line, sentence)));
    }
}
