/**
 * The IVR tree as a picture for people who have never seen XML: SVG for the wall, Mermaid text for a page.
 *
 * <p>Lives here: what is shown of a node, where it stands, the text of both formats. Does not live here: reading of
 * hotline.xml, writing of files. Called by the launcher's tools.
 */
@NullMarked
package org.infolinia.hotline.drawing;

import org.jspecify.annotations.NullMarked;
