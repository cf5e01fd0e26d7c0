package org.infolinia.hotline.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.infolinia.hotline.drawing.Picture.Arrow;
import org.infolinia.hotline.drawing.Picture.Box;

/**
 * Says where each box stands: from left to right, each once, behind the first that leads to it. Any further arrow ends at
 * a sign with the box's name, so that no two lines ever cross.
 */
final class TreeLayout {

    static final double BOX_WIDTH = 320;
    static final double GAP = 190;
    static final double SIGN_WIDTH = 200;
    static final double SIGN_HEIGHT = 30;
    private static final double BETWEEN = 24;
    private static final double BETWEEN_TREES = 60;

    /** A box or a sign in its place; x and y of the upper left corner. */
    record Spot(String id, boolean isSign, double x, double y, double width, double height) {
        double middle() {
            return y + height / 2;
        }
    }

    /** An arrow from one spot to the next. */
    record Way(Spot from, Spot to, Arrow arrow) {}

    private final Picture picture;
    private final ToDoubleFunction<Box> heightOf;
    private final Map<String, List<Arrow>> own = new HashMap<>();
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final List<Spot> signs = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private double bottom;

    TreeLayout(Picture picture, ToDoubleFunction<Box> heightOf, double top) {
        this.picture = picture;
        this.heightOf = heightOf;
        this.bottom = top;
        findOwn();
        picture.roots().keySet().forEach(root -> {
            if (picture.boxes().containsKey(root) && !spots.containsKey(root)) {
                double height = heightBelow(root);
                place(root, GAP, bottom, height);
                bottom += height + BETWEEN_TREES;
            }
        });
    }

    Map<String, Spot> spots() {
        return spots;
    }

    List<Spot> signs() {
        return signs;
    }

    List<Way> ways() {
        return ways;
    }

    /** Below all. */
    double bottom() {
        return bottom;
    }

    /** To the right of all. */
    double right() {
        return Math.max(
                spots.values().stream()
                        .mapToDouble(spot -> spot.x() + spot.width())
                        .max()
                        .orElse(0),
                signs.stream()
                        .mapToDouble(spot -> spot.x() + spot.width())
                        .max()
                        .orElse(0));
    }

    /** In the order in which callers get further into the tree, each box belongs to the first arrow that leads to it. */
    private void findOwn() {
        Set<String> seen = new HashSet<>(picture.roots().keySet());
        picture.roots().keySet().forEach(root -> findOwn(root, seen));
    }

    private void findOwn(String root, Set<String> seen) {
        Deque<String> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            Box box = picture.boxes().get(next.poll());
            if (box == null) {
                continue;
            }
            List<Arrow> mine = new ArrayList<>();
            for (Arrow arrow : box.arrows()) {
                if (picture.boxes().containsKey(arrow.target()) && seen.add(arrow.target())) {
                    mine.add(arrow);
                    next.add(arrow.target());
                }
            }
            own.put(box.id(), mine);
        }
    }

    private double heightBelow(String id) {
        Box box = picture.box(id);
        return Math.max(heightOf.applyAsDouble(box), childrenHeight(box));
    }

    private double childrenHeight(Box box) {
        double sum = 0;
        for (Arrow arrow : box.arrows()) {
            sum += (isOwn(box, arrow) ? heightBelow(arrow.target()) : SIGN_HEIGHT) + BETWEEN;
        }
        return Math.max(0, sum - BETWEEN);
    }

    private boolean isOwn(Box box, Arrow arrow) {
        return own.getOrDefault(box.id(), List.of()).contains(arrow);
    }

    private Spot place(String id, double x, double top, double room) {
        Box box = picture.box(id);
        double height = heightOf.applyAsDouble(box);
        Spot here = new Spot(id, false, x, top + (room - height) / 2, BOX_WIDTH, height);
        spots.put(id, here);
        double y = top + (room - childrenHeight(box)) / 2;
        for (Arrow arrow : box.arrows()) {
            double right = x + BOX_WIDTH + GAP;
            Spot there;
            if (isOwn(box, arrow)) {
                double below = heightBelow(arrow.target());
                there = place(arrow.target(), right, y, below);
                y += below + BETWEEN;
            } else {
                there = new Spot(arrow.target(), true, right, y, SIGN_WIDTH, SIGN_HEIGHT);
                signs.add(there);
                y += SIGN_HEIGHT + BETWEEN;
            }
            ways.add(new Way(here, there, arrow));
        }
        return here;
    }
}
