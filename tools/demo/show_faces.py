"""Shows what BlazeFace found: show_faces.py OUTPUTS.npz PICTURE [DRAWING.png]

Decodes the four outputs of the 128x128 model into boxes with six key points,
and prints the picture in characters with the faces drawn in. With --expect
X0 Y0 X1 Y1 SCORE the exit code says whether exactly that face was found (to 1 %
of the picture and of the score).
"""

import argparse
import sys

import numpy as np
from PIL import Image, ImageDraw

from prepare_picture import SIZE, square

# (scores, boxes, cells in a row, anchors in a cell)
LAYERS = [
    ("Identity:0", "Identity_2:0", 16, 2),
    ("Identity_1:0", "Identity_3:0", 8, 6),
]
KEY_POINTS = [
    ("R", "right eye"),
    ("L", "left eye"),
    ("N", "nose"),
    ("M", "mouth"),
    ("r", "right ear"),
    ("l", "left ear"),
]
LEAST_SCORE = 0.5
MOST_OVERLAP = 0.3
RAMP = " .,:;-~=+i"


def decode(outputs):
    """All candidates above the least score: (score, box, points), positions as
    fractions of the picture."""
    for scores_name, boxes_name, cells, anchors in LAYERS:
        scores = 1 / (1 + np.exp(-outputs[scores_name].reshape(-1).clip(-80, 80)))
        values = outputs[boxes_name].reshape(-1, 16) / SIZE
        for i in np.flatnonzero(scores >= LEAST_SCORE):
            row, column = divmod(i // anchors, cells)
            anchor = (np.array([column, row]) + 0.5) / cells
            centre, extent = anchor + values[i, :2], values[i, 2:4]
            box = np.concatenate([centre - extent / 2, centre + extent / 2])
            yield scores[i], box, anchor + values[i, 4:].reshape(6, 2)


def overlap(a, b):
    """Intersection over union of two boxes."""
    extent = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])
    both = np.prod(np.maximum(extent, 0))
    return both / (np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - both)


def merge(candidates):
    """One face for each group of overlapping candidates: their mean, weighted by
    score, with the best one's score. Best first."""
    rest, faces = sorted(candidates, key=lambda c: -c[0]), []
    while rest:
        group = [c for c in rest if overlap(rest[0][1], c[1]) > MOST_OVERLAP]
        weights = [c[0] for c in group]
        faces.append(
            (
                rest[0][0],
                np.average([c[1] for c in group], axis=0, weights=weights),
                np.average([c[2] for c in group], axis=0, weights=weights),
            )
        )
        rest = [c for c in rest if overlap(rest[0][1], c[1]) <= MOST_OVERLAP]
    return faces


def print_in_characters(picture, faces, columns=76):
    """The picture as text; boxes are drawn with #, key points as letters."""
    rows = columns // 2
    grey = np.asarray(picture.convert("L").resize((columns, rows), Image.LANCZOS))
    text = [[RAMP[int(v) * len(RAMP) // 256] for v in line] for line in grey]

    def put(x, y, character):
        column, row = int(x * columns), int(y * rows)
        if 0 <= column < columns and 0 <= row < rows:
            text[row][column] = character

    for _, (x0, y0, x1, y1), points in faces:
        for t in np.linspace(0, 1, 2 * columns):
            for x, y in (
                (x0 + t * (x1 - x0), y0),
                (x0 + t * (x1 - x0), y1),
                (x0, y0 + t * (y1 - y0)),
                (x1, y0 + t * (y1 - y0)),
            ):
                put(x, y, "#")
        for (letter, _), (x, y) in zip(KEY_POINTS, points):
            put(x, y, letter)
    for line in text:
        print("  |" + "".join(line) + "|")


def draw(picture, faces, path):
    """The picture with the faces drawn in, as an image file."""
    canvas = ImageDraw.Draw(picture)
    scale = picture.width
    for _, box, points in faces:
        canvas.rectangle(list(box * scale), outline="lime", width=2)
        for x, y in points * scale:
            canvas.ellipse([x - 3, y - 3, x + 3, y + 3], fill="red")
    picture.save(path)


def print_in_numbers(faces, scale):
    print(f"  {len(faces)} face{'s' * (len(faces) != 1)} found (in pixels of the picture):")
    for score, box, points in faces:
        x0, y0, x1, y1 = box * scale
        print(f"    score {score:.3f}, box from ({x0:.1f}, {y0:.1f}) to ({x1:.1f}, {y1:.1f})")
        for (letter, name), (x, y) in zip(KEY_POINTS, points * scale):
            print(f"      {letter}  {name:<9} ({x:.1f}, {y:.1f})")


def agrees(faces, expected, scale):
    if len(faces) != 1:
        return False
    score, box, _ = faces[0]
    return (
        np.all(np.abs(box - np.array(expected[:4]) / scale) <= 0.01)
        and abs(score - expected[4]) <= 0.01
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outputs")
    parser.add_argument("picture")
    parser.add_argument("drawing", nargs="?")
    parser.add_argument(
        "--expect", nargs=5, type=float, metavar=("X0", "Y0", "X1", "Y1", "SCORE")
    )
    arguments = parser.parse_args()

    picture = square(Image.open(arguments.picture))
    with np.load(arguments.outputs) as outputs:
        faces = merge(decode(outputs))
    print_in_characters(picture, faces)
    print_in_numbers(faces, picture.width)
    if arguments.drawing:
        draw(picture, faces, arguments.drawing)
    if arguments.expect:
        if not agrees(faces, arguments.expect, picture.width):
            x0, y0, x1, y1, score = arguments.expect
            sys.exit(
                f"error: one face from ({x0}, {y0}) to ({x1}, {y1}) with score {score} is expected"
            )
        print("  This is the face that ONNX Runtime finds with the same model.")


if __name__ == "__main__":
    main()
