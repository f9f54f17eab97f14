# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Compiled movements against numpy, over free sizes from 0 up and element types."""

import os
import subprocess
import sys

import numpy as np

WORK = sys.argv[1]
OPEN = "!tenon.tensor<*, ?>"
TYPES = {"f32": np.float32, "f16": np.float16, "ui8": np.uint8, "i1": np.bool_, "i64": np.int64}
CASES = []


def case(body, *expected):
    """`body` makes %0, %1, … of %x; `expected` are the same by numpy."""
    CASES.append((body, expected))


def integers(name, values):
    return f"%{name} = tenon.constant dense<{values}> : !tenon.tensor<[{len(values)}], i64>\n"


def op(result, text, operands, types=None):
    types = ", ".join(types or ["X"] * operands)
    return f"%{result} = tenon.{text} : {types} -> {OPEN}\n"


def pad(a, width, **options):
    """numpy repeats no border of nothing."""
    return np.pad(a, width, **options) if a.size else np.zeros(
        [size + sum(w) for size, w in zip(a.shape, width)], a.dtype)


case(
    op(0, "transpose %x permutation = [2, 0, 1]", 1) + op(1, "transpose %x permutation = [1, 2, 0]", 1),
    lambda a: a.transpose(2, 0, 1),
    lambda a: a.transpose(1, 2, 0),
)
case(
    integers("s", [0, 3, -1])
    + op(0, "reshape %x, %s", 2, ["X", "!tenon.tensor<[3], i64>"])
    + op(1, "flatten %x axis = 2", 1)
    + op(2, "unsqueeze %x axes = [0, 2, -1]", 1),
    lambda a: a.reshape(len(a), 3, 8),
    lambda a: a.reshape(-1, 4),
    lambda a: a.reshape(1, len(a), 1, 6, 4, 1),
)
case(
    op("e", "slice %x starts = [0] ends = [0] axes = [2] steps = [1]", 1)
    + op(0, "concat %x, %e, %x axis = -1", 3, ["X", OPEN, "X"])
    + op(1, "concat %x, %x axis = 0", 2),
    lambda a: np.concatenate([a, a], -1),
    lambda a: np.concatenate([a, a]),
)
case(
    f"%p:3 = tenon.split %x axis = 1 sizes = [1, 0, 5] : X -> {OPEN}, {OPEN}, {OPEN}\n"
    + "".join(op(i, f"slice %p#{i} starts = [] ends = [] axes = [] steps = []", 1, [OPEN]) for i in range(3)),
    lambda a: a[:, :1],
    lambda a: a[:, :0],
    lambda a: a[:, 1:],
)
case(
    op(0, "slice %x starts = [1, -2] ends = [9223372036854775807, 100] axes = [0, 1] steps = [1, 1]", 1)
    + op(1, "slice %x starts = [-1, 5] ends = [-9223372036854775808, 0] axes = [0, 1] steps = [-1, -2]", 1)
    + op(2, "slice %x starts = [-2] ends = [-1] axes = [0] steps = [1]", 1)
    + op(3, "slice %x starts = [0, 3] ends = [9, 0] axes = [1, 2] steps = [3, -3]", 1)
    + op(4, "slice %x starts = [0] ends = [100] axes = [0] steps = [9223372036854775807]", 1),
    lambda a: a[1:, -2:],
    lambda a: a[::-1, 5:0:-2],
    lambda a: a[-2:-1],
    lambda a: a[:, 0:9:3, 3:0:-3],
    lambda a: a[:1],
)
case(
    op(0, "pad %x low = [1, -1, 0] high = [0, 2, 1] {value = 1.0 : f64}", 1)
    + op(1, "pad %x low = [0, 5, 1] high = [0, 1, 2] mode = reflect", 1)
    + op(2, "pad %x low = [0, 2, 1] high = [0, 1, 9] mode = edge", 1)
    + op(3, "pad %x low = [0, 6, -1] high = [0, 6, 3] mode = wrap", 1),
    lambda a: np.pad(a[:, 1:], [(1, 0), (0, 2), (0, 1)], constant_values=1),
    lambda a: pad(a, [(0, 0), (5, 1), (1, 2)], mode="reflect"),
    lambda a: pad(a, [(0, 0), (2, 1), (1, 9)], mode="edge"),
    lambda a: pad(a[:, :, 1:], [(0, 0), (6, 6), (0, 3)], mode="wrap"),
)
case(
    integers("r", [2, 1, 3])
    + integers("z", [1, 0, 1])
    + integers("e", [2, 1, 1, 3, 1])
    + op("u", "unsqueeze %x axes = [2]", 1)
    + op("s", "shape_of %x", 1)
    + op(0, "tile %x, %r", 2, ["X", "!tenon.tensor<[3], i64>"])
    + op(1, "tile %x, %z", 2, ["X", "!tenon.tensor<[3], i64>"])
    + op(2, "tile %x, %s", 2, ["X", OPEN])
    + op(3, "expand %u, %e", 2, [OPEN, "!tenon.tensor<[5], i64>"]),
    lambda a: np.tile(a, (2, 1, 3)),
    lambda a: np.tile(a, (1, 0, 1)),
    lambda a: np.tile(a, a.shape),
    lambda a: np.broadcast_to(a[None, :, :, None], (2, len(a), 6, 3, 4)),
)
# Indices beyond the axis are limited to it.
case(
    "%i = tenon.constant dense<[[0, -1], [-6, 5]]> : !tenon.tensor<[2, 2], i32>\n"
    + integers("j", [-1])
    + op(0, "gather %x, %i axis = 1", 2, ["X", "!tenon.tensor<[2, 2], i32>"])
    + op("s", "shape_of %x {start = 0 : i64, end = 1 : i64}", 1)
    + op("k", "add %s, %j", 2, [OPEN, "!tenon.tensor<[1], i64>"])
    + op(1, "gather %x, %k axis = 2", 2, ["X", OPEN]),
    lambda a: a[:, [[0, 5], [0, 5]]],
    lambda a: a[:, :, [len(a) - 1]],
)


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def check(number, element, level):
    body, expected = CASES[number]
    count = len(expected)
    stem = os.path.join(WORK, f"case{number}")
    with open(stem + ".mlir", "w") as file:
        file.write(
            f"tenon.model @movement(%x: X) {{\n{body}tenon.output "
            f"{', '.join(f'%{i}' for i in range(count))} "
            f"[{', '.join(f'{chr(34)}{i}{chr(34)}' for i in range(count))}] : "
            f"{', '.join([OPEN] * count)}\n}}\n".replace("X", f"!tenon.tensor<[n, 6, 4], {element}>")
        )
    run(["model-opt", stem + ".mlir", "-o", stem, level])
    for size in (0, 1, 3):
        data = (np.arange(size * 24) % (2 if element == "i1" else 97)).reshape(size, 6, 4)
        data = data.astype(TYPES[element])
        np.save(stem + ".npy", data)
        run([stem, "--input", stem + ".npy", "--output", stem + ".npz"])
        for name, got in np.load(stem + ".npz").items():
            want = expected[int(name)](data)
            if got.dtype != want.dtype or got.shape != want.shape or not np.array_equal(got, want):
                sys.exit(f"case {number} {element} {level}, size {size}, output {name}:\n{body}\n{got}\nis not\n{want}")


os.makedirs(WORK, exist_ok=True)
for number in range(len(CASES)):
    check(number, "f32", "-O0")
    check(number, "f32", "-O2")
    others = list(TYPES)[1:]
    check(number, others[number % len(others)], "-O2")
