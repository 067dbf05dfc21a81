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

/** The XML reports that Surefire and pytest both write: {@code testsuite} elements with the counts, {@code testcase} elements below. */
record JunitReports(List<Path> folders) {
    void clear() throws IOException {
        for (Path report : files()) {
            Files.delete(report);
        }
    }

    Outcome read() throws IOException {
        Outcome all = Outcome.NONE;
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

    private static Outcome read(Path report) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream bytes = Files.newInputStream(report)) {
            Tally tally = Tally.NONE;
            List<FailedTest> failures = new ArrayList<>();
            String test = "";
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "testsuite" -> tally = tally.plus(counts(xml));
                    case "testcase" -> test = attribute(xml, "classname") + " " + attribute(xml, "name");
                    case "failure", "error" -> failures.add(new FailedTest(test.strip(), xml.getElementText()));
                    default -> { }
                }
            }
            return new Outcome(tally, failures);
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
        String value = attribute(suite, attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static String attribute(XMLStreamReader element, String name) {
        String value = element.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
