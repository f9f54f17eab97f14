"""Turns a picture into BlazeFace's input: prepare_picture.py PICTURE OUT.npy

The input is [1, 128, 128, 3] f32, RGB from -1 to 1. A picture that is not
square is centred on black, as `show_faces.py` assumes too.
"""

import sys

import numpy as np
from PIL import Image

SIZE = 128


def square(picture):
    """The picture in RGB, centred on a black square."""
    picture = picture.convert("RGB")
    side = max(picture.size)
    canvas = Image.new("RGB", (side, side))
    canvas.paste(
        picture, ((side - picture.width) // 2, (side - picture.height) // 2)
    )
    return canvas


def main(picture_path, tensor_path):
    picture = square(Image.open(picture_path))
    pixels = np.asarray(picture.resize((SIZE, SIZE), Image.BILINEAR), np.float32)
    np.save(tensor_path, (pixels / 127.5 - 1)[np.newaxis])


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
