# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Compiled quantisation and products of small integers against numpy."""

import os
import subprocess
import sys

import numpy as np

WORK = sys.argv[1]
OPEN = "!tenon.tensor<*, ?>"
NAMES = {"f4": "f32", "f2": "f16", "i1": "i8", "u1": "ui8", "i2": "i16", "u2": "ui16", "i4": "i32"}
random = np.random.default_rng(1)


def get_type(array):
    return f"!tenon.tensor<[{', '.join(map(str, array.shape))}], {NAMES[array.dtype.str[1:]]}>"


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def check(name, lines, inputs, expected):
    """`lines` make %0, %1, … of the inputs; `expected` are the same by numpy."""
    stem = os.path.join(WORK, name)
    arguments = ", ".join(f"%{key}: {get_type(value)}" for key, value in inputs.items())
    body = "".join(
        f"%{i} = tenon.{text} : {', '.join(get_type(inputs[o]) for o in operands)} -> {OPEN}\n"
        for i, (text, operands) in enumerate(lines)
    )
    count = len(lines)
    with open(stem + ".mlir", "w") as file:
        file.write(
            f"tenon.model @m({arguments}) {{\n{body}tenon.output "
            f"{', '.join(f'%{i}' for i in range(count))} "
            f"[{', '.join(f'{chr(34)}{i}{chr(34)}' for i in range(count))}] : "
            f"{', '.join([OPEN] * count)}\n}}\n"
        )
    command = []
    for key, value in inputs.items():
        np.save(f"{stem}-{key}.npy", value)
        command += ["--input", f"{key}={stem}-{key}.npy"]
    for level in ("-O0", "-O2"):
        run(["model-opt", stem + ".mlir", "-o", stem, level])
        run([stem, *command, "--output", stem + ".npz"])
        for key, got in np.load(stem + ".npz").items():
            want = expected[int(key)]
            if got.dtype != want.dtype or got.shape != want.shape or not np.array_equal(got, want):
                sys.exit(f"{name} {level}, {lines[int(key)][0]}:\n{got}\nis not\n{want}")


def quantize(x, scale, zero, dtype):
    with np.errstate(all="ignore"):
        moved = np.rint((x / scale).astype(np.float32)) + np.float32(zero)
    limits = np.iinfo(dtype)
    moved = np.where(np.isnan(moved), limits.min, moved)
    return np.clip(moved, limits.min, limits.max).astype(dtype)


def spread(parameter, shape, axis, block):
    return np.repeat(parameter, block, axis).take(range(shape[axis]), axis)


os.makedirs(WORK, exist_ok=True)
# Halves, what is out of range, and what is no number.
x = (random.standard_normal([5, 7]) * 100).astype(np.float32)
x[0] = [0.5, 1.5, 2.5, -0.5, -1.5, 1e30, -1e30]
x[1, :3] = [np.nan, np.inf, -np.inf]
half = np.where(np.isfinite(x), x, 0).clip(-6e4, 6e4).astype(np.float16)
one = np.ones([1, 1], np.float32)
column = (random.random([1, 7]) + 0.5).astype(np.float32)
rows = (random.random([5, 3]) + 0.5).astype(np.float32)
zero = random.integers(0, 255, [1, 7]).astype(np.uint8)
wide = random.integers(-3000, 3000, [5, 3]).astype(np.int16)
blocks = "{block_axis = 1 : i64, block_size = 3 : i64}"
check(
    "quantize",
    [
        ("quantize %x, %one to ui8", ["x", "one"]),
        ("quantize %x, %one to i8", ["x", "one"]),
        ("quantize %x, %column, %zero to ui8", ["x", "column", "zero"]),
        (f"quantize %x, %rows, %wide to i16 {blocks}", ["x", "rows", "wide"]),
        ("quantize %half, %third to ui16 {precision = f16}", ["half", "third"]),
        ("quantize %whole, %one to i8", ["whole", "one"]),
    ],
    dict(x=x, one=one, column=column, zero=zero, rows=rows, wide=wide, half=half,
         third=np.full([1, 1], 1 / 3, np.float16), whole=np.arange(-200, 200).astype(np.int32)[None]),
    [
        quantize(x, one, 0, np.uint8),
        quantize(x, one, 0, np.int8),
        quantize(x, column, zero, np.uint8),
        quantize(x, spread(rows, x.shape, 1, 3), spread(wide, x.shape, 1, 3), np.int16),
        quantize(half, np.float16(1 / 3), 0, np.uint16),
        np.arange(-200, 200).clip(-128, 127).astype(np.int8)[None],
    ],
)
bytes_ = random.integers(0, 255, [5, 7]).astype(np.uint8)
shorts = random.integers(-32768, 32767, [5, 7]).astype(np.int16)
sums = random.integers(-(2**31), 2**31 - 1, [5, 7]).astype(np.int32)
check(
    "dequantize",
    [
        ("dequantize %bytes, %column, %zero to f32", ["bytes", "column", "zero"]),
        (f"dequantize %shorts, %rows, %wide to f16 {blocks}", ["shorts", "rows", "wide"]),
        ("dequantize %sums, %column to f32", ["sums", "column"]),
        ("dequantize %sums, %column, %far to f32", ["sums", "column", "far"]),
    ],
    dict(bytes=bytes_, column=column, zero=zero, shorts=shorts, rows=rows * np.float32(0.1), wide=wide,
         sums=sums, far=np.full([1, 7], 2**31 - 1, np.int32)),
    [
        (bytes_.astype(np.int32) - zero).astype(np.float32) * column,
        ((shorts.astype(np.int32) - spread(wide, x.shape, 1, 3)).astype(np.float32)
         * spread(rows * np.float32(0.1), x.shape, 1, 3)).astype(np.float16),
        sums.astype(np.float32) * column,
        (sums.astype(np.int64) - (2**31 - 1)).astype(np.float32) * column,
    ],
)
a = random.integers(0, 256, [2, 5, 40]).astype(np.uint8)
b = random.integers(-128, 128, [1, 40, 6]).astype(np.int8)
i = random.integers(-256, 256, [2, 4, 6, 5]).astype(np.int16)
f = random.integers(-128, 128, [6, 2, 3, 2]).astype(np.int8)
bias = random.integers(-9999, 9999, [6]).astype(np.int32)


def convolve(i, f, bias, groups):
    """One padded row at the top, strides of 2 and 1."""
    i = np.pad(i.astype(np.int64), [(0, 0), (0, 0), (1, 0), (0, 0)])
    out = np.zeros([i.shape[0], f.shape[0], (i.shape[2] - 3) // 2 + 1, i.shape[3] - 1], np.int64)
    per = f.shape[0] // groups
    for feature in range(f.shape[0]):
        part = i[:, feature // per * f.shape[1]:][:, :f.shape[1]]
        for y in range(out.shape[2]):
            for z in range(out.shape[3]):
                window = part[:, :, 2 * y:2 * y + 3, z:z + 2]
                out[:, feature, y, z] = (window * f[feature]).sum((1, 2, 3)) + bias[feature]
    return out.astype(np.int32)


check(
    "products",
    [
        ("matmul %a, %b {widen}", ["a", "b"]),
        ("conv %i, %f, %bias {widen, groups = 2 : i64, strides = array<i64: 2, 1>, pads = array<i64: 1, 0, 0, 0>}",
         ["i", "f", "bias"]),
    ],
    dict(a=a, b=b, i=i, f=f, bias=bias),
    [a.astype(np.int32) @ b.astype(np.int32), convolve(i, f, bias, 2)],
)
