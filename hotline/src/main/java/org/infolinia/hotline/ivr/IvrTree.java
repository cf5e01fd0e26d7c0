package org.infolinia.hotline.ivr;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a caller walks before a queue.
 *
 * @param start id of the first node
 * @param nodes by id, in the order of the file
 */
public record IvrTree(String start, Map<String, IvrNode> nodes) {

    public IvrTree {
        // LinkedHashMap, not Map.copyOf: drawings and findings keep the coordinator's own order.
        nodes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }
}
