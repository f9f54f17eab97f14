# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Compiled resizing, sampling and transposed convolutions.

What has an evaluator is compared with it: in one model the operands are inputs,
in the other they are constants, and nothing is left to compute. The others are
compared with numpy.
"""

import itertools
import os
import subprocess
import sys

import numpy as np

WORK = sys.argv[1]
OPEN = "!tenon.tensor<*, ?>"
os.makedirs(WORK, exist_ok=True)
random = np.random.default_rng(1)


def get_type(shape, kind="f32"):
    return f"!tenon.tensor<[{', '.join(map(str, shape))}], {kind}>"


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def compute(name, arguments, body, count, inputs, level):
    """The results %0, %1, … of a model with that body."""
    stem = os.path.join(WORK, name)
    with open(stem + ".mlir", "w") as file:
        names = ", ".join(f'"{i}"' for i in range(count))
        values = ", ".join(f"%{i}" for i in range(count))
        file.write(
            f"tenon.model @m({arguments}) {{\n{body}tenon.output {values} [{names}] : "
            f"{', '.join([OPEN] * count)}\n}}\n"
        )
    command = []
    for key, value in inputs.items():
        np.save(f"{stem}-{key}.npy", value)
        command += ["--input", f"{key}={stem}-{key}.npy"]
    run(["model-opt", stem + ".mlir", "-o", stem, level])
    run([stem, *command, "--output", stem + ".npz"])
    return np.load(stem + ".npz")


def compare(name, got, want):
    if got.dtype != want.dtype or got.shape != want.shape or not np.allclose(got, want, 1e-5, 1e-5):
        sys.exit(f"{name}:\n{got}\nis not\n{want}")


def check(inputs, constants, lines):
    kinds = {"f4": "f32", "i1": "i8"}
    declared = {key: get_type(value.shape, kinds[value.dtype.str[1:]]) for key, value in inputs.items()}
    fixed = "".join(f"%{key} = tenon.constant {text}\n" for key, text in constants.items())
    types = {**declared, **{key: text.split(" : ")[1] for key, text in constants.items()}}

    def write(text):
        head, form = text.rsplit(" : ", 1)
        for key, kind in sorted(types.items(), key=lambda entry: -len(entry[0])):
            form = form.replace(f"%{key}", kind)
        return f"tenon.{head} : {form} -> {OPEN}\n"

    body = fixed + "".join(f"%{i} = {write(text)}" for i, text in enumerate(lines))
    as_constants = "".join(
        f"%{key} = tenon.constant dense<{value.tolist()}> : {declared[key]}\n".lower()
        for key, value in inputs.items()
    )
    want = compute("folded", "", as_constants + body, len(lines), {}, "-O0")
    arguments = ", ".join(f"%{key}: {kind}" for key, kind in declared.items())
    for level in ("-O0", "-O2"):
        got = compute("computed", arguments, body, len(lines), inputs, level)
        for i, text in enumerate(lines):
            compare(f"{text} {level}", got[str(i)], want[str(i)])


inputs = {
    "x": random.standard_normal((2, 3, 5, 7)).astype(np.float32),
    "i": random.integers(-128, 127, (4, 6)).astype(np.int8),
    "grid": (random.standard_normal((2, 4, 3, 2)) * 1.3).astype(np.float32),
    "filter": random.standard_normal((4, 2, 3, 2)).astype(np.float32),
    "image": random.standard_normal((2, 4, 3, 5)).astype(np.float32),
    "roi": np.float32([-0.2, 0.1, 1.1, 0.8]),
    "ratio": np.float32([1.25, 0.5]),
}
constants = {
    "up": f"dense<[2.0, 1.5]> : {get_type([2])}",
    "down": f"dense<[0.4, 0.75]> : {get_type([2])}",
    "sizes": f"dense<[6, 3]> : {get_type([2], 'i64')}",
}
resizes = [
    f'resize %x {how} axes = [2, 3] mode = "{mode}" {{coordinates = "{place}", rounding = "{rounding}"}} : %x {how}'
    for mode, (how, place, rounding) in itertools.product(
        ("nearest", "linear", "cubic"),
        (
            ("by %up", "half_pixel", "half_down"),
            ("by %down", "asymmetric", "floor"),
            ("by %down", "half_pixel_symmetric", "half_up"),
            ("to %sizes", "align_corners", "ceil"),
            ("to %sizes by %ratio", "half_pixel_or_zero", "floor_ceil"),
        ),
    )
]
check(
    inputs,
    constants,
    resizes
    + [
        'resize %i by %up axes = [0, 1] mode = "nearest" : %i by %up',
        'resize %i by %up axes = [0, 1] mode = "linear" : %i by %up',
        'resize %x by %down axes = [3, 2] mode = "linear" {antialias} : %x by %down',
        'resize %x by %down axes = [2, 3] mode = "cubic" {antialias, exclude_outside} : %x by %down',
        'resize %x to %sizes axes = [2, 3] mode = "linear" {policy = "not_larger"} : %x to %sizes',
        'resize %x to %sizes in %roi axes = [2, 3] mode = "linear" {coordinates = "crop", extrapolation = 3.0 : f64}'
        " : %x to %sizes in %roi",
        'resize %x to %sizes in %roi axes = [2, 3] mode = "nearest" {coordinates = "crop"} : %x to %sizes in %roi',
    ]
    + [
        f'grid_sample %x, %grid mode = "{mode}" border = "{border}" : %x, %grid'
        for mode in ("nearest", "linear", "cubic")
        for border in ("zeros", "edge", "reflect")
    ]
    + [
        'grid_sample %x, %grid mode = "linear" border = "reflect" {align_corners} : %x, %grid',
        "conv_transpose %image, %filter {strides = array<i64: 2, 3>, output_padding = array<i64: 1, 2>} : %image, %filter",
        "conv_transpose %image, %filter {groups = 2 : i64, strides = array<i64: 1, 2>, dilations = array<i64: 2, 2>,"
        " pads = array<i64: 3, 1, 1, 2>} : %image, %filter",
        "conv_transpose %image, %filter {strides = array<i64: 3, 2>, output_sizes = array<i64: 8, 12>} : %image, %filter",
        "max_pool_indices %x {kernel = array<i64: 2, 3>, pads = array<i64: 1, 1, 0, 1>, ceil_mode = true} : %x",
        "max_pool_indices %x {kernel = array<i64: 3, 2>, strides = array<i64: 2, 2>, column_major} : %x",
        "lp_pool %x {kernel = array<i64: 2, 3>, pads = array<i64: 1, 1, 0, 1>, p = 3 : i64} : %x",
        "center_crop_pad %x, %sizes axes = [2, 3] : %x, %sizes",
    ],
)


def add_up(columns, image, kernel, stride, pad):
    """Windows of two axes, added to an image."""
    batch, channels = columns.shape[0], columns.shape[1] // np.prod(kernel)
    whole = np.zeros((batch, channels, image[0] + 2 * pad, image[1] + 2 * pad), np.float32)
    places = [(size - k) // stride + 1 for size, k in zip(whole.shape[2:], kernel)]
    taps = columns.reshape(batch, channels, *kernel, *places)
    for i, j in np.ndindex(*kernel):
        rows = slice(i, i + stride * places[0], stride)
        whole[:, :, rows, slice(j, j + stride * places[1], stride)] += taps[:, :, i, j]
    return whole[:, :, pad : pad + image[0], pad : pad + image[1]]


x = inputs["x"]
columns = random.standard_normal((2, 12, 12)).astype(np.float32)
offsets = np.zeros((2, 8, 4, 6), np.float32)
# Each tap one row further down, and one and a half columns to the left.
offsets[:, 0::2], offsets[:, 1::2] = 1, -1.5
padded = np.pad(x, ((0, 0), (0, 0), (0, 1), (2, 0)))
moved = (padded[:, :, 1:, :-1] + padded[:, :, 1:, 1:]) / 2
deformed = np.zeros((2, 3, 8, 12), np.float32)
for i, j in np.ndindex(2, 2):
    deformed[:, :, i::2, j::2] = moved[:, :, i : i + 4, j : j + 6]
# Linear in both axes, so that the mean of a cell is what is in its middle.
ramp = (np.arange(8)[:, None] + 10 * np.arange(8)).astype(np.float32)[None, None]
boxes = np.float32([[1, 2, 5, 6], [0.5, 0.5, 6.5, 3.5]])
aligned = np.zeros((2, 1, 2, 2), np.float32)
pooled = np.float32([[[[ramp[0, 0, 4, 3], ramp[0, 0, 4, 5]], [ramp[0, 0, 6, 3], ramp[0, 0, 6, 5]]]]])
for n, (left, top, right, bottom) in enumerate(boxes - 0.5):
    for i, j in np.ndindex(2, 2):
        row = top + (bottom - top) * (2 * i + 1) / 4
        aligned[n, 0, i, j] = row + 10 * (left + (right - left) * (2 * j + 1) / 4)

given = {"x": x, "columns": columns, "offsets": offsets, "ramp": ramp, "boxes": boxes,
         "batch": np.int64([0, 0]), "corners": np.float32([[0, 1, 2, 5, 6]])}
arguments = ", ".join(
    f"%{key}: {get_type(value.shape, 'i64' if key == 'batch' else 'f32')}" for key, value in given.items()
)
vector = get_type([2], "i64")
body = f"""
%size = tenon.constant dense<[5, 6]> : {vector}
%kernel = tenon.constant dense<[3, 2]> : {vector}
%0 = tenon.col2im %columns, %size, %kernel {{strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>}} : {get_type(columns.shape)}, {vector}, {vector} -> {OPEN}
%1 = tenon.deform_sample %x, %offsets kernel = [2, 2] : {get_type(x.shape)}, {get_type(offsets.shape)} -> {OPEN}
%2 = tenon.roi_align %ramp, %boxes, %batch size = [2, 2] mode = "mean" {{half_pixel, samples = 2 : i64}} : {get_type(ramp.shape)}, {get_type(boxes.shape)}, {vector} -> {OPEN}
%3 = tenon.max_roi_pool %ramp, %corners size = [2, 2] : {get_type(ramp.shape)}, {get_type([1, 5])} -> {OPEN}
"""
for level in ("-O0", "-O2"):
    got = compute("numpy", arguments, body, 4, given, level)
    compare(f"col2im {level}", got["0"], add_up(columns, (5, 6), (3, 2), 2, 1))
    compare(f"deform_sample {level}", got["1"], deformed)
    compare(f"roi_align {level}", got["2"], aligned)
    compare(f"max_roi_pool {level}", got["3"], pooled)
