package org.batonrelay.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.batonrelay.engine.deployment.SentFile;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A model or decision as XML, and how its elements are called in a sentence. Nothing outside of the file is ever
 * fetched for it.
 */
final class Drawing {

    private final String file;
    private final Element root;

    private Drawing(String file, Element root) {
        this.file = file;
        this.root = root;
    }

    /** @throws Unreadable with a sentence when it is no XML, or begins with a document type */
    static Drawing of(SentFile file) {
        try {
            return new Drawing(
                    file.fileName(),
                    builder().parse(new ByteArrayInputStream(file.content())).getDocumentElement());
        } catch (SAXParseException e) {
            throw new Unreadable(file.fileName() + ": cannot be read as XML (line " + e.getLineNumber() + ": "
                    + e.getMessage() + "). Open it in Modeler, save it, and deploy it again.");
        } catch (SAXException | IOException e) {
            throw new Unreadable(file.fileName() + ": cannot be read as XML. Open it in Modeler, save it, and deploy it"
                    + " again.");
        }
    }

    /** What nobody can read has no other faults. */
    static final class Unreadable extends RuntimeException {

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Quiet());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java reads no XML safely", e);
        }
    }

    private static final class Quiet implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            // a warning breaks nothing
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    Element root() {
        return root;
    }

    /** All elements in the order of the file. */
    Stream<Element> all() {
        return elements(root.getElementsByTagNameNS("*", "*"));
    }

    Stream<Element> all(String name) {
        return elements(root.getElementsByTagNameNS("*", name));
    }

    static Stream<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(child -> name.equals(child.getLocalName()));
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    /** The words between an element's tags; empty where it has elements in it. */
    static String text(Element element) {
        return children(element).findAny().isPresent() ? "" : element.getTextContent();
    }

    static List<Attr> attributes(Element element) {
        NamedNodeMap all = element.getAttributes();
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Attr) all.item(i))
                .toList();
    }

    private static Stream<Element> elements(NodeList nodes) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found.stream();
    }

    /** "handoff.bpmn, 'Take baton': " and the sentence. */
    String at(Element element, String sentence) {
        String label = label(element);
        return file + (label.isEmpty() ? "" : ", " + label) + ": " + sentence;
    }

    String whole(String sentence) {
        return file + ": " + sentence;
    }

    /** What people see of the nearest thing around it that has a label, else an id. */
    private String label(Element element) {
        String id = "";
        for (Element one = element; one != null && one != root; one = parent(one)) {
            String name = one.getAttribute("name").strip();
            boolean isDrawn = !one.getAttribute("id").isEmpty() && !isHidden(one);
            if (isDrawn && !name.isEmpty()) {
                return "'" + name + "'";
            }
            if (isDrawn && id.isEmpty()) {
                id = "'" + one.getAttribute("id") + "'";
            }
        }
        return id;
    }

    /** What has an id inside a thing that is drawn, and is never seen by itself. */
    private static boolean isHidden(Element element) {
        return element.getLocalName().endsWith("EventDefinition")
                || element.getLocalName().endsWith("LoopCharacteristics");
    }

    private static @Nullable Element parent(Element element) {
        Node parent = element.getParentNode();
        return parent instanceof Element it ? it : null;
    }
}
