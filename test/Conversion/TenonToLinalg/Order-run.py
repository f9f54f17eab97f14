# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Compiled sums so far, largest elements and turned sequences against numpy, over
free sizes from 0 up and element types."""

import os
import subprocess
import sys

import numpy as np

WORK = sys.argv[1]
TYPES = {"f32": np.float32, "f64": np.float64, "f16": np.float16, "i32": np.int32, "ui8": np.uint8}
OPEN = "!tenon.tensor<*, ?>"


def cumulate(a, axis, kind, exclusive, reverse):
    turn = (lambda x: np.flip(x, axis)) if reverse else (lambda x: x)
    wide = turn(a.astype(np.float64) if a.dtype.kind == "f" else a)
    start = np.full_like(np.take(wide, [0], axis), int(kind == np.cumprod)) if a.size else wide
    if exclusive and a.size:
        wide = np.concatenate([start, np.take(wide, range(wide.shape[axis] - 1), axis)], axis)
    return turn(kind(wide, axis=axis, dtype=wide.dtype)).astype(a.dtype)


def rank(a, axis, smallest):
    """The order of elements along an axis: NaN is the largest, the first of equal ones is first."""
    key = a.astype(np.float64)
    key = key if smallest else -key
    nan = np.isnan(key)
    key = np.where(nan, np.inf if smallest else -np.inf, key)
    outer = np.where(nan, 1 if smallest else -1, 0)
    position = np.broadcast_to(
        np.arange(a.shape[axis]).reshape([-1 if i == axis else 1 for i in range(a.ndim)]), a.shape
    )
    return np.lexsort((position, key, outer), axis)


def largest(a, axis, count, smallest):
    order = np.take(rank(a, axis, smallest), range(count), axis)
    return np.take_along_axis(a, order, axis), order


def turned(a, lengths):
    result = a.copy()
    for i, length in enumerate(lengths):
        length = min(max(length, 0), a.shape[1])
        result[i, :length] = a[i, :length][::-1]
    return result


BODY = """  %all = tenon.shape_of %x {start = 1 : i64, end = 2 : i64} : X -> !tenon.tensor<*, ?>
  %two = tenon.constant dense<2> : !tenon.tensor<[], i64>
  %none = tenon.constant dense<[0]> : !tenon.tensor<[1], i32>
  %0 = tenon.cumsum %x {axis = 1 : i64} : X -> O
  %1 = tenon.cumsum %x {axis = -1 : i64, exclusive, reverse} : X -> O
  %2 = tenon.cumprod %x {axis = 0 : i64, exclusive} : X -> O
  %3:2 = tenon.top_k %x, %all {axis = 1 : i64} : X, O -> O, O
  %4:2 = tenon.top_k %x, %two {axis = 2 : i64, smallest} : X, !tenon.tensor<[], i64> -> O, O
  %5:2 = tenon.top_k %x, %none {axis = -1 : i64} : X, !tenon.tensor<[1], i32> -> O, O
  %6 = tenon.reverse_sequence %x, %l {batch_axis = 0 : i64, time_axis = 1 : i64} : X, L -> O
  tenon.output %0, %1, %2, %3#0, %3#1, %4#0, %4#1, %5#0, %6 ["0", "1", "2", "3", "4", "5", "6", "7", "8"] : O, O, O, O, O, O, O, O, O
"""


def expect(a, lengths):
    yield cumulate(a, 1, np.cumsum, False, False)
    yield cumulate(a, 2, np.cumsum, True, True)
    yield cumulate(a, 0, np.cumprod, True, False)
    yield from largest(a, 1, a.shape[1], False)
    yield from largest(a, 2, 2, True)
    yield largest(a, 2, 0, False)[0]
    yield turned(a, lengths)


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def check(element, level):
    stem = os.path.join(WORK, element + level)
    text = f"tenon.model @order(%x: X, %l: L) {{\n{BODY}}}\n".replace(" O", " " + OPEN)
    text = text.replace(" X", f" !tenon.tensor<[n, m, 5], {element}>").replace("L", "!tenon.tensor<[n], i64>")
    with open(stem + ".mlir", "w") as file:
        file.write(text)
    run(["model-opt", stem + ".mlir", "-o", stem, level])
    for n, m in ((0, 3), (2, 0), (3, 1), (2, 9)):
        generator = np.random.default_rng(n * m)
        a = generator.integers(0, 6, (n, m, 5)).astype(TYPES[element])
        if a.dtype.kind == "f" and a.size:
            a.flat[generator.integers(0, a.size, 4)] = [0.0, -0.0, np.inf, -1]
        lengths = generator.integers(-1, m + 2, n)
        for nan in (False, True):
            if nan and a.dtype.kind == "f" and a.size:
                a.flat[generator.integers(a.size)] = np.nan
            np.savez(stem + ".in.npz", x=a, l=lengths)
            run([stem, "--input", stem + ".in.npz", "--output", stem + ".npz"])
            got = np.load(stem + ".npz")
            with np.errstate(all="ignore"):
                expected = list(expect(a, lengths))
            for number, want in enumerate(expected):
                have = got[str(number)]
                if have.dtype != want.dtype or have.shape != want.shape or not np.allclose(
                    have, want, rtol=1e-3, equal_nan=have.dtype.kind == "f"
                ):
                    sys.exit(f"{element} {level}, {n} by {m}, output {number} of\n{a}:\n{have}\nis not\n{want}")


os.makedirs(WORK, exist_ok=True)
check("f32", "-O0")
for element in TYPES:
    check(element, "-O2")
