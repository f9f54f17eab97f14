# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""What compiled models draw: the cipher's known answers, and distributions."""

import os
import subprocess
import sys

import numpy as np

WORK = sys.argv[1]
VECTOR = "!tenon.tensor<[2], i64>"
OPEN = "!tenon.tensor<*, ?>"
MODEL = f"""
tenon.model @random(%p: !tenon.tensor<[n, 3], f32>) {{
  %few = tenon.constant dense<[1, 1]> : {VECTOR}
  %many = tenon.constant dense<[200, 500]> : {VECTOR}
  %0 = tenon.random_uniform %few to f64 {{low = 0.0 : f64, high = 1.0 : f64, seed = 0 : i64}} : {VECTOR} -> {OPEN}
  %1 = tenon.random_uniform %few to f64 {{low = 0.0 : f64, high = 1.0 : f64, seed = -1 : i64}} : {VECTOR} -> {OPEN}
  %2 = tenon.random_uniform %many to f32 {{low = -1.0 : f64, high = 3.0 : f64, seed = 1 : i64}} : {VECTOR} -> {OPEN}
  %3 = tenon.random_normal %many to f32 {{mean = 0.0 : f64, deviation = 1.0 : f64, seed = 2 : i64}} : {VECTOR} -> {OPEN}
  %4 = tenon.random_normal %many to bf16 {{mean = 2.0 : f64, deviation = 0.5 : f64, seed = 3 : i64}} : {VECTOR} -> {OPEN}
  %5 = tenon.random_uniform %many to f16 {{low = 0.0 : f64, high = 1.0 : f64, seed = 4 : i64}} : {VECTOR} -> {OPEN}
  %6 = tenon.multinomial %p to i32 {{samples = 50000 : i64, seed = 5 : i64}} : !tenon.tensor<[n, 3], f32> -> {OPEN}
  tenon.output %0, %1, %2, %3, %4, %5, %6 ["0", "1", "2", "3", "4", "5", "6"] : {', '.join([OPEN] * 7)}
}}
"""


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def draw(level):
    stem = os.path.join(WORK, "random")
    with open(stem + ".mlir", "w") as file:
        file.write(MODEL)
    run(["model-opt", stem + ".mlir", "-o", stem, level])
    np.save(stem + ".npy", SHARES)
    run([stem, "--input", stem + ".npy", "--output", stem + ".npz"])
    return dict(np.load(stem + ".npz"))


def demand(holds, what):
    if not holds:
        sys.exit(f"{what} does not hold")


os.makedirs(WORK, exist_ok=True)
SHARES = np.array([[0.1, 0.2, 0.7], [0, 1, 0]], np.float32)
drawn = draw("-O2")
# Threefry-2x32 with 20 rounds, from the paper's reference implementation.
demand(drawn["0"][0, 0] == ((0x6B200159 << 32 | 0x99BA4EFE) >> 11) * 2.0**-53, "the answer for key 0")
uniform, normal = drawn["2"], drawn["3"]
demand(uniform.min() >= -1 and uniform.max() < 3, "the range")
demand(abs(uniform.mean() - 1) < 0.02 and abs(uniform.var() - 16 / 12) < 0.02, "an even distribution")
counts = np.histogram(uniform, 50)[0]
demand((((counts - 2000) ** 2) / 2000).sum() < 100, "an even histogram")
demand(abs(normal.mean()) < 0.015 and abs(normal.std() - 1) < 0.01, "a normal distribution")
demand(abs((normal**3).mean()) < 0.05 and abs((normal**4).mean() - 3) < 0.1, "its higher moments")
demand(abs((normal[:, 1:] * normal[:, :-1]).mean()) < 0.015, "independence of neighbours")
bits = drawn["4"].view("<u2").astype(np.uint32) << 16
demand(abs(bits.view(np.float32).mean() - 2) < 0.01, "the mean of bfloat16")
demand(drawn["5"].max() < 1 and abs(drawn["5"].astype(float).mean() - 0.5) < 0.005, "float16 below 1")
shares = np.stack([np.bincount(row, minlength=3) for row in drawn["6"]]) / 50000
demand(drawn["6"].dtype == np.int32 and np.abs(shares - SHARES).max() < 0.01, "the shares of classes")
# The same numbers, however the loops are compiled.
other = draw("-O0")
demand(all(np.array_equal(drawn[name], other[name]) for name in "01256"), "the same at -O0")
demand(np.allclose(normal, other["3"], atol=1e-5), "the same normal numbers at -O0")
