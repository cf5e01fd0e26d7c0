/**
 * The IVR tree for people who have never seen XML: as a picture, SVG for the wall and Mermaid text for a page, or as an
 * outline in words.
 *
 * <p>Lives here: what is shown of a node, where it stands, the text of both formats, the outline. Does not live here:
 * reading of hotline.xml, writing of files. Called by the coordinator's pages ({@code …agi.coordinator}) and the
 * launcher's tools.
 */
@NullMarked
package org.infolinia.hotline.drawing;

import org.jspecify.annotations.NullMarked;
