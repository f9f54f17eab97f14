# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Sizes that the data decides, in compiled models: outputs have the real shape,
and what a run cannot take is told with its code."""

import os
import subprocess
import sys

import numpy as np

WORK = sys.argv[1]
OPEN = "!tenon.tensor<*, ?>"
VECTOR = "!tenon.tensor<[2], i64>"
# x: [batch, 4], z: [k], s: the sizes; `sum` needs s[1] == k.
MODEL = f"""tenon.model @sizes(%x: !tenon.tensor<[batch, 4], f32>, %s: {VECTOR}, %z: !tenon.tensor<[k], f32>)
    symbols [cap in [3, *]] {{
  %n = tenon.as_sizes %s sizes = [n, m] limits = [2*batch, cap] : {VECTOR} -> {OPEN}
  %v = tenon.constant dense<1.5> : !tenon.tensor<[], f32>
  %f = tenon.fill %n, %v : {OPEN}, !tenon.tensor<[], f32> -> {OPEN}
  %one = tenon.constant dense<[1]> : !tenon.tensor<[1], i64>
  %m = tenon.gather %n, %one axis = 0 : {OPEN}, !tenon.tensor<[1], i64> -> {OPEN}
  %h = tenon.fill %m, %v : {OPEN}, !tenon.tensor<[], f32> -> {OPEN}
  %sum = tenon.add %h, %z : {OPEN}, !tenon.tensor<[k], f32> -> {OPEN}
  %c = tenon.concat %f, %f axis = 0 : {OPEN}, {OPEN} -> {OPEN}
  %t = tenon.transpose %c permutation = [1, 0] : {OPEN} -> {OPEN}
  %r = tenon.reduce_sum %t {{axes = array<i64: 0>}} : {OPEN} -> {OPEN}
  tenon.output %sum, %t, %r ["sum", "turned", "sums"] : {OPEN}, {OPEN}, {OPEN}
}}
"""
# The same sizes, but they must be those of the inputs.
CHECKED = f"""tenon.model @checked(%x: !tenon.tensor<[batch, 4], f32>, %s: {VECTOR}) {{
  %n = tenon.as_sizes %s sizes = [batch, 4] limits = [batch, 4] : {VECTOR} -> {OPEN}
  %v = tenon.constant dense<1.5> : !tenon.tensor<[], f32>
  %f = tenon.fill %n, %v : {OPEN}, !tenon.tensor<[], f32> -> {OPEN}
  %y = tenon.add %f, %x : {OPEN}, !tenon.tensor<[batch, 4], f32> -> {OPEN}
  tenon.output %y ["y"] : {OPEN}
}}
"""


def execute(command):
    return subprocess.run(command, capture_output=True, text=True)


def compile_model(name, text, level):
    stem = os.path.join(WORK, name + level)
    with open(stem + ".mlir", "w") as file:
        file.write(text)
    done = execute(["model-opt", stem + ".mlir", "-o", stem, level])
    if done.returncode:
        sys.exit(done.stderr)
    return stem


def attempt(stem, *more, **inputs):
    np.savez(stem + ".in.npz", **inputs)
    done = execute([stem, "--input", stem + ".in.npz", "--output", stem + ".npz", *more])
    return done.returncode, done.stderr, dict(np.load(stem + ".npz")) if done.returncode == 0 else {}


def refuse(stem, message, *more, **inputs):
    code, text, _ = attempt(stem, *more, **inputs)
    if code != 1 or text.strip() != message:
        sys.exit(f"{stem} {inputs} {more} gives {code}: {text}\nnot: {message}")


def sizes(batch, n, m, k):
    return dict(x=np.zeros((batch, 4), np.float32), s=np.array([n, m]), z=np.arange(k, dtype=np.float32))


os.makedirs(WORK, exist_ok=True)
for level in ("-O0", "-O2"):
    stem = compile_model("sizes", MODEL, level)
    # Up to the limits, and nothing at all.
    for batch, n, m, cap in ((3, 5, 2, 9), (3, 6, 9, 9), (0, 0, 3, 3), (2, 0, 4, 4), (2, 1, 0, 3)):
        code, text, got = attempt(stem, "--dim", f"cap={cap}", **sizes(batch, n, m, m))
        expected = dict(sum=np.arange(m, dtype=np.float32) + 1.5, turned=np.full((m, 2 * n), 1.5, np.float32),
                        sums=np.full(2 * n, 1.5 * m, np.float32))
        for name, want in expected.items():
            if code or got[name].shape != want.shape or not np.array_equal(got[name], want):
                sys.exit(f"{level} {batch, n, m, cap}: {code} {text}, {name} is\n{got.get(name)}\nnot\n{want}")
    where = "of the sizes of `as_sizes`"
    refuse(stem, f"error[E0515]: entry 0 {where} is larger than its limit 2*batch", "--dim", "cap=9", **sizes(1, 3, 2, 2))
    refuse(stem, f"error[E0515]: entry 1 {where} is larger than its limit cap", **sizes(3, 3, 4, 4))
    refuse(stem, f"error[E0514]: entry 0 {where} is negative", **sizes(3, -1, 2, 2))
    refuse(stem, f"error[E0514]: entry 1 {where} is negative", **sizes(3, 1, -(2**62), 2))
    refuse(stem, f"error[E0515]: entry 0 {where} is larger than its limit 2*batch", **sizes(3, 2**62, 2, 2))
    refuse(stem, "error[E0504]: `add` joins [m] and [k], which must agree on axis 0", **sizes(3, 2, 2, 3))
    information = execute([stem, "--info"]).stdout
    for line in ("turned: f32 [m, 2*n]\n", "cap: 3 or more\n", "n: decided by the data\n", "m: decided by the data\n"):
        if line not in information:
            sys.exit(f"--info lacks {line}:\n{information}")
    # What the data decides cannot be given.
    code, text, _ = attempt(stem, "--dim", "m=2", **sizes(3, 2, 2, 2))
    if code != 2 or "no dimension named 'm'" not in text:
        sys.exit(f"{level} --dim m=2: {code} {text}")

    stem = compile_model("checked", CHECKED, level)
    x = np.ones((3, 4), np.float32)
    code, text, got = attempt(stem, x=x, s=np.array([3, 4]))
    if code or not np.array_equal(got["y"], x + 1.5):
        sys.exit(f"{level}: {code} {text}")
    refuse(stem, f"error[E0513]: entry 0 {where} must be batch, but the data gives another", x=x, s=np.array([2, 4]))
    refuse(stem, f"error[E0513]: entry 1 {where} must be 4, but the data gives another", x=x, s=np.array([3, 5]))
