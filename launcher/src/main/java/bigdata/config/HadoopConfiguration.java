package bigdata.config;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One of Hadoop's XML configuration files ({@code core-site.xml}, {@code hdfs-site.xml}), in the order in which keys were set. */
public final class HadoopConfiguration {
    private final Map<String, String> entries = new LinkedHashMap<>();
    private final Set<String> finals = new LinkedHashSet<>();

    /** Sets {@code key} to the text of {@code value}; a key set before keeps its place. */
    public HadoopConfiguration set(String key, Object value) {
        entries.put(key, value.toString());
        return this;
    }

    /** Like {@link #set}, and programs that load this file cannot set it differently ({@code <final>}). */
    public HadoopConfiguration setFinal(String key, Object value) {
        finals.add(key);
        return set(key, value);
    }

    /** The values as set, variables like {@code ${user.name}} not expanded. */
    public Map<String, String> entries() {
        return Collections.unmodifiableMap(entries);
    }

    public boolean isFinal(String key) {
        return finals.contains(key);
    }

    /** Writes the file, whole or not at all. */
    public void write(Path file) {
        try {
            AtomicFile.write(file, xml());
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("no XML for " + entries.keySet(), impossible);
        }
    }

    /** The entries of {@code file}. */
    public static Map<String, String> read(Path file) {
        Map<String, String> entries = new LinkedHashMap<>();
        HadoopXml.read(file).forEach(property -> entries.put(property.name(), property.value()));
        return entries;
    }

    private String xml() throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument();
        xml.writeCharacters("\n");
        xml.writeStartElement("configuration");
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            xml.writeCharacters("\n  ");
            xml.writeStartElement("property");
            element(xml, "name", entry.getKey());
            element(xml, "value", entry.getValue());
            if (finals.contains(entry.getKey())) {
                element(xml, "final", "true");
            }
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.append('\n').toString();
    }

    private static void element(XMLStreamWriter xml, String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }
}
