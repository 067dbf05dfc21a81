package bigdata.suites;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The XML reports that Surefire and pytest both write: files of {@code testsuite} elements that carry the counts. */
record JunitReports(List<Path> folders) {
    void clear() throws IOException {
        for (Path report : files()) {
            Files.delete(report);
        }
    }

    Tally read() throws IOException {
        Tally all = Tally.NONE;
        for (Path report : files()) {
            all = all.plus(read(report));
        }
        return all;
    }

    private List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "*.xml")) {
                    reports.forEach(found::add);
                }
            }
        }
        return found;
    }

    private static Tally read(Path report) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream bytes = Files.newInputStream(report)) {
            Tally all = Tally.NONE;
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("testsuite")) {
                    all = all.plus(counts(xml));
                }
            }
            return all;
        } catch (XMLStreamException broken) {
            throw new IOException(report + " is no report of tests", broken);
        }
    }

    private static Tally counts(XMLStreamReader suite) {
        int failed = count(suite, "failures") + count(suite, "errors");
        int skipped = count(suite, "skipped");
        return new Tally(count(suite, "tests") - failed - skipped, failed, skipped);
    }

    private static int count(XMLStreamReader suite, String attribute) {
        String value = suite.getAttributeValue(null, attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }
}
