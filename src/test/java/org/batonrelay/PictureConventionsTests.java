package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What every picture of a process shows: all of it, each thing in its place, and nothing on top of another. */
class PictureConventionsTests {

    static List<Drawn> processes() {
        return Drawn.all(".bpmn");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everythingIsInThePicture(Drawn model) {
        Map<String, Element> shapes = byElement(model, "BPMNShape");
        Map<String, Element> edges = byElement(model, "BPMNEdge");
        assertThat(model.faults(model.nodes(), (node, fault) -> {
                    Element shape = shapes.get(node.getAttribute("id"));
                    if (shape == null) {
                        fault.accept("it is not in the picture");
                    } else if (isLabelledOutside(node)
                            && Drawn.inside(shape, "BPMNLabel").stream()
                                    .noneMatch(label ->
                                            !Drawn.children(label, "Bounds").isEmpty())) {
                        fault.accept("its label has no place in the picture");
                    }
                }))
                .isEmpty();
        assertThat(model.faults(model.each("sequenceFlow"), (flow, fault) -> {
                    if (!edges.containsKey(flow.getAttribute("id"))) {
                        fault.accept("it is not in the picture");
                    }
                }))
                .isEmpty();
        Set<String> ids =
                model.each("*").stream().map(it -> it.getAttribute("id")).collect(Collectors.toSet());
        assertThat(ids)
                .as("what the picture of %s shows", model)
                .containsAll(shapes.keySet())
                .containsAll(edges.keySet());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void flowsBeginAndEndAtWhatTheyConnect(Drawn model) {
        Map<String, Rectangle2D> places = places(model);
        Map<String, Element> edges = byElement(model, "BPMNEdge");
        assertThat(model.faults(model.each("sequenceFlow"), (flow, fault) -> {
                    List<Point2D> way = way(edges.get(flow.getAttribute("id")));
                    Rectangle2D from = places.get(flow.getAttribute("sourceRef"));
                    Rectangle2D to = places.get(flow.getAttribute("targetRef"));
                    if (way.size() < 2 || !near(from, way.get(0)) || !near(to, way.get(way.size() - 1))) {
                        fault.accept("its line does not begin and end at what it connects");
                    }
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void nothingLiesOnTopOfAnother(Drawn model) {
        Map<String, Rectangle2D> places = places(model);
        List<Element> nodes = model.nodes();
        assertThat(model.faults(
                        nodes,
                        (node, fault) -> nodes.stream()
                                .filter(other -> node.getAttribute("id").compareTo(other.getAttribute("id")) < 0)
                                .filter(other -> !belongTogether(node, other))
                                .filter(other -> places.get(node.getAttribute("id"))
                                        .intersects(places.get(other.getAttribute("id"))))
                                .forEach(other -> fault.accept("it lies on '" + other.getAttribute("id") + "'"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whatASubProcessHoldsIsDrawnInsideIt(Drawn model) {
        Map<String, Rectangle2D> places = places(model);
        assertThat(model.faults(model.nodes(), (node, fault) -> {
                    Element parent = (Element) node.getParentNode();
                    boolean inside = !parent.getLocalName().equals("subProcess")
                            || places.get(parent.getAttribute("id")).contains(places.get(node.getAttribute("id")));
                    if (!inside) {
                        fault.accept("it is drawn outside of '" + parent.getAttribute("id") + "'");
                    }
                }))
                .isEmpty();
    }

    /** A thing and what holds it, or what sits on its border. */
    private static boolean belongTogether(Element one, Element other) {
        return holds(one, other) || holds(other, one) || sitsOn(one, other) || sitsOn(other, one);
    }

    private static boolean holds(Element outer, Element inner) {
        return (outer.compareDocumentPosition(inner) & org.w3c.dom.Node.DOCUMENT_POSITION_CONTAINED_BY) != 0;
    }

    private static boolean sitsOn(Element event, Element host) {
        return event.getAttribute("attachedToRef").equals(host.getAttribute("id"));
    }

    private static boolean isLabelledOutside(Element node) {
        return node.getLocalName().matches(".*(Event|Gateway)")
                && !node.getAttribute("name").isEmpty();
    }

    private static Map<String, Element> byElement(Drawn model, String tag) {
        return model.each(tag).stream().collect(Collectors.toMap(it -> it.getAttribute("bpmnElement"), it -> it));
    }

    private static Map<String, Rectangle2D> places(Drawn model) {
        Map<String, Rectangle2D> places = new HashMap<>();
        byElement(model, "BPMNShape").forEach((id, shape) -> {
            Element bounds = Drawn.children(shape, "Bounds").get(0);
            places.put(
                    id,
                    new Rectangle2D.Double(
                            number(bounds, "x"),
                            number(bounds, "y"),
                            number(bounds, "width"),
                            number(bounds, "height")));
        });
        return places;
    }

    private static List<Point2D> way(Element edge) {
        List<Point2D> way = new ArrayList<>();
        Drawn.children(edge, "waypoint").forEach(at -> way.add(new Point2D.Double(number(at, "x"), number(at, "y"))));
        return way;
    }

    private static boolean near(Rectangle2D place, Point2D point) {
        return new Rectangle2D.Double(place.getX() - 2, place.getY() - 2, place.getWidth() + 4, place.getHeight() + 4)
                .contains(point);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
