# UNSUPPORTED: sanitized
# RUN: rm -rf %t && mkdir %t && %python %s %t
"""Compiled exp, log, tanh and erf against double precision."""

import math
import subprocess
import sys

import numpy

OUT = sys.argv[1]
TYPE = "!tenon.tensor<[n], f32>"
FUNCTIONS = {"exp": numpy.exp, "log": numpy.log, "tanh": numpy.tanh, "erf": numpy.vectorize(math.erf)}
# In units in the last place of the exact result.
LIMIT = 5

lines = [f"  %{name} = tenon.{name} %x : {TYPE} -> {TYPE}" for name in FUNCTIONS]
values = ", ".join("%" + name for name in FUNCTIONS)
names = ", ".join(f'"{name}"' for name in FUNCTIONS)
types = ", ".join([TYPE] * len(FUNCTIONS))
with open(f"{OUT}/net.mlir", "w") as file:
    file.write(f"tenon.model @net(%x: {TYPE}) {{\n" + "\n".join(lines) + f"\n  tenon.output {values} [{names}] : {types}\n}}\n")
subprocess.run(["model-opt", f"{OUT}/net.mlir", "-o", f"{OUT}/net"], check=True)

generator = numpy.random.default_rng(1)
x = numpy.concatenate(
    [
        generator.uniform(-90, 90, 20000),
        generator.standard_normal(20000),
        10.0 ** generator.uniform(-30, 30, 10000),
        [0.0, numpy.inf, -numpy.inf, numpy.nan],
    ]
).astype(numpy.float32)
numpy.save(f"{OUT}/x.npy", x)
subprocess.run([f"{OUT}/net", "--input", f"{OUT}/x.npy", "--output", f"{OUT}/y.npz"], check=True)
found = numpy.load(f"{OUT}/y.npz")
for name, function in FUNCTIONS.items():
    with numpy.errstate(all="ignore"):
        exact = function(x.astype(numpy.float64))
        rounded = exact.astype(numpy.float32)
    got = found[name]
    special = ~numpy.isfinite(rounded)
    assert numpy.array_equal(got[special], rounded[special], equal_nan=True), name
    # Results too small for a normal number may be flushed.
    usual = ~special & (numpy.abs(exact) > 2e-38)
    error = numpy.abs(got[usual] - exact[usual]) / numpy.spacing(numpy.abs(rounded[usual]))
    worst = error.argmax()
    assert error[worst] <= LIMIT, f"{name}({x[usual][worst]}) is {got[usual][worst]}, off by {error[worst]:.1f} ulp"
    assert numpy.abs(got[~special & ~usual]).max(initial=0) <= 4e-38, name
