# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Indices that are out of range when a compiled model runs stop it, with the
operation's name; what is in range, from either end, does not."""

import os
import subprocess
import sys

import numpy as np
from onnx import TensorProto, helper, save

WORK = sys.argv[1]
FLOAT, INT = TensorProto.FLOAT, TensorProto.INT64
# operator, shape of the indices, axis sizes they pick from, updates' shape
CASES = {
    "Gather": ([3], [5], None), "GatherElements": ([4, 2], [5], None), "GatherND": ([3, 2], [4, 5], None),
    "ScatterElements": ([4, 2], [5], [4, 2]), "ScatterND": ([3, 2], [4, 5], [3]),
}


def execute(command):
    return subprocess.run(command, capture_output=True, text=True)


def value(name, kind, shape):
    return helper.make_tensor_value_info(name, kind, shape)


def expect(operator, x, i, u):
    if operator == "Gather":
        return x[:, i]
    if operator == "GatherElements":
        return np.take_along_axis(x, np.where(i < 0, i + 5, i), 1)
    if operator == "GatherND":
        return x[i[:, 0], i[:, 1]]
    y = x.copy()
    if operator == "ScatterND":
        for index, update in zip(i, u):
            y[tuple(index)] = update
    else:
        np.put_along_axis(y, np.where(i < 0, i + 5, i), u, 1)
    return y


def check(operator, level):
    shape, sizes, updates = CASES[operator]
    attributes = {} if "ND" in operator else {"axis": 1}
    names = ["x", "i"] + (["u"] if updates else [])
    inputs = [value("x", FLOAT, ["n", 5]), value("i", INT, shape)] + ([value("u", FLOAT, updates)] if updates else [])
    node = helper.make_node(operator, names, ["y"], name="pick", **attributes)
    path = os.path.join(WORK, operator)
    graph = helper.make_graph([node], "pick", inputs, [value("y", FLOAT, None)])
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)]), path + ".onnx")
    done = execute(["model-opt", path + ".onnx", "-o", path, level])
    if done.returncode:
        sys.exit(done.stderr)
    random = np.random.default_rng(5)
    x, u = random.random((4, 5), np.float32), random.random(updates or [1], np.float32)
    limits = np.array(sizes) if "ND" in operator else np.array(5)

    def run(indices):
        np.savez(path + ".in.npz", **dict(zip(names, [x, indices, u])))
        return execute([path, "--input", path + ".in.npz", "--output", path + ".npz"])

    good = np.stack([random.permutation(5)[:shape[-1]] for _ in range(shape[0])]) if len(shape) > 1 else np.array([4, 0, 2])
    good = np.minimum(good, limits - 1)
    for indices in (good, np.where(good % 2, good - limits, good)):
        done = run(indices)
        want = expect(operator, x, indices, u)
        if done.returncode or not np.array_equal(np.load(path + ".npz")["y"], want):
            sys.exit(f"{operator} {level} {indices}: {done.stderr} is not\n{want}")
    for wrong in (limits, -limits - 1, limits + 2**40, np.full_like(limits, -2**63)):
        indices = good.copy()
        indices.flat[-1] = np.broadcast_to(wrong, shape).flat[-1]
        done = run(indices)
        if done.returncode != 1 or not done.stderr.startswith(f"error[E0512]: {operator} node 'pick' ") or len(done.stderr.splitlines()) != 1:
            sys.exit(f"{operator} {level} {indices} gives {done.returncode}: {done.stderr}")


os.makedirs(WORK, exist_ok=True)
for operator in CASES:
    for level in ("-O0", "-O2"):
        check(operator, level)
