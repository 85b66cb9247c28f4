package org.batonrelay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A model as its file says it, for the tests that look at files only. */
record Drawn(Path file, Document document) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "scriptTask",
            "manualTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway");

    /** Every model of a kind under {@code bpmn/}. */
    static List<Drawn> all(String ending) {
        return files(Path.of("bpmn"), ending).map(Drawn::read).toList();
    }

    static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Drawn read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Drawn(file, factory.newDocumentBuilder().parse(file.toFile()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    /** The file's name without its ending. */
    String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    List<Element> each(String tag) {
        return elements(document.getElementsByTagNameNS("*", tag));
    }

    List<Element> nodes() {
        return elements(document.getElementsByTagNameNS("*", "*")).stream()
                .filter(element -> NODES.contains(element.getLocalName()))
                .toList();
    }

    /** Looks at each element and collects what is said about it, with the file's and the element's name. */
    List<String> faults(List<Element> elements, java.util.function.BiConsumer<Element, Consumer<String>> look) {
        List<String> faults = new ArrayList<>();
        for (Element element : elements) {
            look.accept(
                    element,
                    fault -> faults.add(
                            file + ", " + element.getLocalName() + " '" + element.getAttribute("id") + "': " + fault));
        }
        return faults;
    }

    static List<Element> children(Element parent, String tag) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(tag)) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> inside(Element parent, String tag) {
        return elements(parent.getElementsByTagNameNS("*", tag));
    }

    private static List<Element> elements(NodeList list) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            elements.add((Element) list.item(i));
        }
        return elements;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
