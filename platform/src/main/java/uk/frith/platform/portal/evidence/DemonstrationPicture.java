package uk.frith.platform.portal.evidence;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws the pretend photos of the demonstration: a street at dusk, in which a window is broken or a wall is written on. */
final class DemonstrationPicture {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final int GROUND = 330;

    private DemonstrationPicture() {}

    /** A picture as PNG; the same number draws the same one. */
    static byte[] png(int turn) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Random chance = new Random(turn);
        street(pen, chance);
        if (turn % 2 == 0) {
            brokenWindow(pen, chance);
        } else {
            writtenOn(pen, chance);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void street(Graphics2D pen, Random chance) {
        pen.setPaint(new GradientPaint(0, 0, new Color(38, 50, 86), 0, GROUND, new Color(214, 150, 110)));
        pen.fillRect(0, 0, WIDTH, GROUND);
        pen.setColor(new Color(70, 70, 74));
        pen.fillRect(0, GROUND, WIDTH, HEIGHT - GROUND);
        for (int house = 0; house < 3; house++) {
            int left = 20 + house * 205;
            pen.setColor(new Color(120 + chance.nextInt(50), 74, 58));
            pen.fillRect(left, 120, 195, GROUND - 120);
            pen.setColor(new Color(60, 44, 44));
            pen.fillPolygon(new int[] {left - 8, left + 98, left + 203}, new int[] {120, 60, 120}, 3);
            for (int window = 0; window < 4; window++) {
                pen.setColor(chance.nextBoolean() ? new Color(250, 222, 140) : new Color(40, 46, 60));
                pen.fillRect(left + 22 + window % 2 * 90, 140 + window / 2 * 90, 60, 58);
            }
        }
    }

    private static void brokenWindow(Graphics2D pen, Random chance) {
        pen.setColor(new Color(24, 26, 32));
        pen.fillRect(247, 230, 60, 58);
        pen.setColor(new Color(226, 236, 240));
        pen.setStroke(new BasicStroke(2));
        for (int crack = 0; crack < 11; crack++) {
            pen.drawLine(276, 258, 247 + chance.nextInt(60), crack % 2 == 0 ? 230 : 288);
        }
    }

    private static void writtenOn(Graphics2D pen, Random chance) {
        pen.setColor(new Color(210, 40, 120));
        pen.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        int x = 236;
        int y = 305;
        for (int stroke = 0; stroke < 14; stroke++) {
            int nextX = x + 12;
            int nextY = 262 + chance.nextInt(60);
            pen.drawLine(x, y, nextX, nextY);
            x = nextX;
            y = nextY;
        }
    }
}
