package io.rpcidl.maven;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The descriptor of the plugin, as the build has written it. */
final class Descriptor {

    private static final String DESCRIPTOR = "/META-INF/maven/plugin.xml";

    private Descriptor() {}

    static List<Element> goals() throws Exception {
        return children(child(read(DESCRIPTOR), "mojos"), "mojo");
    }

    static Element read(String name) throws Exception {
        try (InputStream in = Descriptor.class.getResourceAsStream(name)) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && (name.equals("*") || name.equals(element.getTagName()))) {
                found.add(element);
            }
        }
        return found;
    }

    static Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : child.getTextContent();
    }
}
